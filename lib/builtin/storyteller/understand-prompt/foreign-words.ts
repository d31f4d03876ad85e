/**
 * A pocket dictionary: enough words of six languages that "Eine Maus sucht Käse" becomes "a mouse looks for cheese".
 * Each line: English: the words that mean it. Nothing here is needed when the prompt is English.
 */
const DICTIONARY = `
mouse: maus raton ratón souris topo topolino muis rato mysz
cheese: käse kaese queso fromage formaggio kaas queijo
fox: fuchs zorro renard volpe vos raposa
dog: hund perro chien cane hond cachorro
cat: katze gato chat gatto kat
bear: bär baer oso ours orso beer urso
dragon: drache dragón drago draak dragão
rabbit: hase kaninchen conejo lapin coniglio konijn coelho
bird: vogel pájaro pajaro oiseau uccello
fish: fisch pez poisson pesce vis peixe
horse: pferd caballo cheval cavallo paard cavalo
owl: eule búho buho hibou gufo uil coruja
frog: frosch rana grenouille kikker sapo
lion: löwe loewe león leon lion leone leeuw leão
elephant: elefant elefante éléphant olifant
unicorn: einhorn unicornio licorne unicorno eenhoorn
princess: prinzessin princesa princesse principessa prinses
prince: prinz príncipe principe
knight: ritter caballero chevalier cavaliere ridder
witch: hexe bruja sorcière strega heks bruxa
pirate: pirat pirata piraat
robot: roboter robô
girl: mädchen maedchen niña nina fille ragazza bambina meisje menina
boy: junge niño nino garçon ragazzo bambino jongen menino
child: kind niñe enfant criança
grandma: oma abuela grand-mère nonna avó
grandpa: opa abuelo grand-père nonno avô
my: mein meine meiner mi mon mio minha mijn
son: sohn hijo fils figlio zoon filho
daughter: tochter hija figlia dochter filha
likes: mag liebt gusta aime ama houdt
is-called: heißt heisst llama s'appelle
she: sie ella elle lei zij
he: er él il lui hij
friend: freund freundin amigo amiga ami amie amico amica vriend
star: stern estrella étoile etoile stella ster estrela
moon: mond luna lune maan lua
treasure: schatz tesoro trésor tresor schat tesouro
forest: wald bosque forêt foret bosco bos floresta
sea: meer mar mer mare zee
beach: strand playa plage spiaggia praia
mountain: berg montaña montana montagne montagna montanha
castle: schloss burg castillo château chateau castello kasteel castelo
garden: garten jardín jardin giardino tuin jardim
house: haus casa maison huis
city: stadt ciudad ville città stad cidade
school: schule escuela école ecole scuola escola
night: nacht noche nuit notte noite
snow: schnee nieve neige neve sneeuw
friendship: freundschaft amistad amitié amicizia vriendschap amizade
adventure: abenteuer aventura aventure avventura avontuur
flower: blume flor fleur fiore bloem
hedgehog: igel erizo hérisson riccio egel
squirrel: eichhörnchen ardilla écureuil scoiattolo
butterfly: schmetterling mariposa papillon farfalla vlinder borboleta
turtle: schildkröte tortuga tortue tartaruga schildpad
wolf: wolf lobo loup lupo
pig: schwein cerdo cochon maiale
cow: kuh vaca vache mucca koe
dinosaur: dinosaurier dinosaurios dinosaures dinosauri dinosaurio dinosaure dinosauro
small: klein kleine kleiner kleines pequeño pequeña petit petite piccolo piccola kleine pequeno pequena
brave: mutig mutige mutiger mutiges tapfer tapfere tapferer valiente courageux courageuse coraggioso coraggiosa dapper dappere corajoso
magical: magisch magische magischen zauberhaft mágico mágica magico magica magique
looks-for: sucht suchen busca buscan cherche cherchent cerca cercano zoekt procura
finds: findet encuentra trouve trova vindt encontra
wants: will möchte quiere veut vuole wil quer
is-afraid-of: fürchtet teme craint
and: und y et e en
a: ein eine einen einem einer un una une uno een um uma
the: der die das den dem el la los las le les il lo gli het o os as
in: im in en dans nel nella
with: mit con avec met com
dances: tanzt baila danse balla danst dança
cake: kuchen pastel gâteau torta taart bolo
apple: apfel manzana pomme mela appel maçã
ball: ball pelota ballon palla bal bola
bread: brot pan pain pane brood pão
honey: honig miel miele honing mel
`;

const TRANSLATION = new Map<string, string>();
for (const line of DICTIONARY.trim().split('\n')) {
  const [english = '', words = ''] = line.split(': ');
  for (const word of words.split(' ')) {
    if (!TRANSLATION.has(word)) TRANSLATION.set(word, english.replaceAll('-', ' '));
  }
}

const ENGLISH =
  /\b(the|a|an|and|of|who|is|are|to|for|his|her|their|with|about|story|my|on|looks?|wants?|finds?|goes|in)\b/g;
const TELLING =
  /\b(ein|eine|der|die|das|und|sucht|mit|une|les|des|est|et|una|el|los|con|y|il|che|een|het|um|uma|quiere|cherche|mein|meine|mag|sie|heißt|mi|mon)\b/g;

/** English words for a prompt in another language, as far as the dictionary goes; an English prompt comes back as it is. */
export function translateForeignWords(text: string): string {
  const lower = text.toLowerCase();
  const foreign = [...lower.matchAll(TELLING)].length + [...lower.matchAll(/[äöüßñçãõàèéêìòù]/g)].length;
  const english = [...lower.matchAll(ENGLISH)].length;
  if (foreign === 0 || english > foreign) return text;
  return text.replace(/[\p{L}-]+/gu, (word) => TRANSLATION.get(word.toLowerCase()) ?? word);
}
