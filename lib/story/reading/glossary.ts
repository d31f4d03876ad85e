/**
 * What words of children's stories mean, in words children know: one short line, `to …` for what somebody does. First the
 * words our own storyteller uses, then those that other writers like. Written for Storyloom.
 */
const LINES = `
abandon: to leave somebody or something behind
abrupt: very sudden
abundant: more than enough
accompany: to go along with somebody
ache: to hurt for a long time
acorn: the nut of an oak tree
admire: to look at something and think it is wonderful
adore: to love very much
aglow: shining with a soft, warm light
alien: somebody from another planet
although: even if that is so
ambition: something you want very much to do one day
amazed: very surprised
ancient: very, very old
anxious: worried about what may happen
apprentice: somebody who learns a job by helping the one who knows it
approach: to come nearer
arch: a curved top, like that of a bridge or a gate
astonished: very surprised
astronomer: somebody who studies the stars
attentive: listening and looking with care
attempt: to try
attic: the room right under the roof
autumn: the time of the year when leaves fall
awkward: not easy or not comfortable
banner: a long flag with words or a picture
barge: a flat boat that carries things
beacon: a light that shows the way
bellow: to shout in a deep, loud voice
beneath: under
bewildered: so surprised that you do not know what to think
billow: to fill with wind and grow round, like a sail
blaze: to burn with big bright flames
blossom: the flowers of a tree
bold: not afraid to try
bored: having nothing that you like to do
boulder: a very big rock
breadth: how wide something is
breeze: a soft wind
brilliant: very bright, or very clever
brim: the top edge of a cup or a hat
brook: a small river
budge: to move a little
burrow: a hole in the ground where an animal lives
bustle: to be busy and move about
canopy: a roof of leaves or cloth
canyon: a deep valley with steep walls of rock
carve: to cut a shape out of wood or stone
cascade: a small waterfall
cautious: careful, so that nothing bad happens
cavern: a big cave
cellar: a room under the house
cello: a big violin that stands on the floor
chamber: a room
charm: something small that brings luck
chasm: a very deep, wide crack in the ground
chime: to ring like a bell
chortle: to laugh a happy laugh
chuckle: to laugh quietly
clearing: a place in a forest without trees
clever: quick at learning and understanding
clue: something that helps you find an answer
clumsy: often dropping things or bumping into them
cluster: a group of things close together
cobbler: somebody who makes and mends shoes
cobblestone: a round stone that a street is made of
cocoon: the soft case a caterpillar makes around itself
collect: to bring things together
colossal: very, very big
comet: a ball of ice that flies past the sun with a long bright tail
companion: a friend who goes with you
compass: a tool that shows which way is north
complain: to say that you do not like something
conceal: to hide
confess: to tell that you did something wrong
confused: not knowing what to think
constellation: a picture made of stars in the sky
contented: happy with how things are
conversation: a talk between people
coral: tiny sea animals that build colourful rocks
courage: being brave when you are afraid
cove: a small bay where the sea is quiet
crane: a tall machine that lifts heavy things, or a bird with long legs
craft: to make something with your hands
crater: a big round hole in the ground
creaky: making the sound of an old door
creature: an animal or another living being
crescent: the shape of a thin moon
crevice: a narrow crack in a rock
crimson: a deep red
crooked: not straight
crumple: to press something until it is full of folds
crystal: a clear, shining stone
curiosity: the wish to know more
curious: wanting to know more
current: water that moves in one direction
custom: something people always do
cunning: clever at getting what you want
damp: a little wet
dangle: to hang and swing
dapple: to mark with spots of light and shadow
dare: to be brave enough to do something
dart: to move quickly and suddenly
dawn: the time when the sun comes up
daylight: the light of the day
dazzle: to be so bright that it is hard to look
decipher: to find out what a secret writing says
delicate: thin and easy to break
delight: a feeling of great joy
delighted: very happy
descend: to go down
despair: the feeling that nothing can help
destination: the place you are going to
determined: sure that you will not give up
detour: a longer way around something
devour: to eat up very hungrily
dilemma: a hard choice between two things
dim: not very bright
discover: to find something nobody knew about
dismay: a feeling of worry and surprise
distant: far away
dizzy: feeling that everything turns around you
doubt: to be not sure
doze: to sleep a little
drench: to make very wet
drift: to be carried along by wind or water
drone: a small machine that flies, or a deep humming sound
drowsy: nearly asleep
dusk: the time when it gets dark
dwell: to live somewhere
eager: wanting very much to start
earnest: meaning what you say
echo: a sound that comes back to you
eerie: strange and a little scary
elegant: fine and lovely to look at
embarrassed: feeling red and silly in front of others
ember: a glowing piece of wood left from a fire
embrace: to put your arms around somebody
emerge: to come out
emptiness: when nothing is there
enchanted: under a magic spell
encourage: to tell somebody that they can do it
endless: without an end
enormous: very, very big
envy: the wish to have what somebody else has
errand: a small trip to do or fetch something
essential: something you cannot do without
evaporate: to turn from water into air
everybody: all people
everyone: all people
everywhere: in all places
examine: to look at something closely
exclaim: to say something suddenly and loudly
exhausted: very, very tired
expedition: a long trip to find or learn something
explore: to go through a new place to see what is there
extraordinary: very special
eyelash: one of the small hairs around the eye
fable: a short story that teaches something
faint: very weak, hard to see or hear
falter: to stop for a moment because you are not sure
familiar: well known to you
famished: very hungry
fascinated: so interested that you cannot look away
ferocious: wild and angry
fetch: to go and bring something
fierce: strong and wild
flee: to run away from danger
flick: a quick, light movement
flicker: to burn or shine in little jumps
flinch: to pull back quickly because of fear
flourish: to grow well
flurry: a sudden rush of snow, wind or busy feet
flutter: to move light and quickly, like a butterfly
forage: to look around for food
forlorn: lonely and sad
fortnight: two weeks
fortune: good luck, or a lot of money
fragile: easy to break
fragment: a small piece of something broken
fragrant: smelling sweet
frail: weak and easily hurt
frantic: in a wild hurry because of worry
frost: a thin white coat of ice
frown: to pull your eyebrows together because you are cross
furious: very angry
gadget: a small, clever tool
gallant: brave and polite
galaxy: a huge group of stars
gap: an empty place between two things
gasp: to take a quick breath because you are surprised
gaze: to look at something for a long time
generous: happy to share with others
genuine: real
ginger: a spicy root, or an orange-brown colour
glance: to look quickly
gleam: to shine softly
glade: an open place in a forest
glimmer: a small, weak light
glimpse: a very short look
glint: a quick flash of light
glisten: to shine like something wet
gloom: a place or a time with very little light
glorious: so wonderful that everyone should see it
gnarled: twisted and full of bumps, like an old tree
graceful: moving in a light and lovely way
gradually: little by little
grateful: wanting to say thank you
grove: a small group of trees
grumble: to complain in a low voice
gust: a sudden strong wind
halt: to stop
hamlet: a very small village
harbour: a safe place for ships
hasty: done too fast
haul: to pull something heavy
haven: a safe place
hazy: not clear, as if seen through thin smoke
hearth: the place in a house where the fire burns
heave: to lift or pull with great effort
hesitate: to wait a moment because you are not sure
hibernate: to sleep all winter
hoard: to collect things and keep them hidden
hollow: empty inside
homework: work from school that you do at home
horizon: the line where the sky meets the land or the sea
hospitable: kind to guests
hover: to stay in one place in the air
huddle: to sit close together
humble: not thinking that you are better than others
humid: warm and wet, said of the air
hush: to become quiet
identical: exactly the same
illuminate: to fill with light
imagine: to make a picture in your mind
immense: very, very big
impatient: not wanting to wait
inch: to move very slowly, bit by bit
indignant: cross because something is not fair
ingenious: very clever and new
innocent: having done nothing wrong
inquisitive: asking many questions
inscription: words cut into stone or metal
insist: to say something again and again because you mean it
instant: a very short time
invention: something new that somebody has thought of
inventor: somebody who thinks of new things and makes them
island: land with water all around it
ivy: a plant that climbs up walls and trees
jagged: with sharp points along the edge
jealous: unhappy because somebody else has what you want
jester: somebody who made jokes for a king or a queen
journey: a long trip
jubilant: full of joy because something went well
keen: wanting very much to do something
lagoon: a quiet lake beside the sea
lantern: a lamp that you can carry
launch: to send off a ship or a rocket
ledge: a narrow shelf on a wall of rock
legend: an old story that many people tell
leisurely: without any hurry
linger: to stay a little longer
loft: the space under a roof
lonesome: sad because you are alone
loom: a tool for making cloth, or to appear big and dark
luminous: shining in the dark
lurch: to move suddenly to one side
magnificent: very grand and beautiful
majestic: grand, like a king or a queen
marvel: to be filled with wonder
marvellous: wonderful
meadow: a field of grass and flowers
meander: to go along with many bends
melancholy: a quiet, long sadness
melody: a tune
memory: something you remember
mend: to make something whole again
merchant: somebody who buys and sells things
merry: happy and full of fun
mischief: small tricks and naughty fun
mischievous: full of small tricks
miserable: very unhappy
misery: great unhappiness
mismatched: not belonging together
modest: not showing off
moor: a wide, wild land without trees
mossy: covered with soft green moss
murky: dark and hard to see through
murmur: to speak very softly
mutter: to speak low, so that others hardly hear it
mysterious: strange and hard to explain
mystery: something nobody can explain yet
narrow: not wide
navigate: to find the way
nestle: to lie close and warm
nibble: to eat with tiny bites
nimble: quick and light
nook: a small, cosy corner
nudge: to push gently
oar: a long stick with a flat end for moving a boat
oasis: a place with water and trees in a desert
oath: a very serious promise
obstacle: something that is in the way
odd: strange
ominous: making you feel that something bad is coming
orbit: the path of a planet around the sun
orchard: a garden of fruit trees
ordinary: not special
outskirts: the edge of a town
overgrown: covered with plants that nobody cut
overtake: to go past somebody who is slower
paddle: to move a boat with a short, flat stick
pale: with very little colour
panic: a sudden great fear
parcel: something wrapped up to be sent
parchment: old, thick paper made from skin
patchwork: many small pieces of cloth sewn together
patience: being able to wait calmly
patient: able to wait calmly
peculiar: strange
peer: to look hard at something
perch: to sit on a branch or an edge, like a bird
peril: great danger
persist: to keep on trying
persuade: to talk until somebody agrees
pier: a bridge that ends in the water, where boats stop
plead: to ask for something with all your heart
plod: to walk slowly with heavy steps
plume: a long, fine feather
plump: nicely round
plunge: to fall or jump into something
ponder: to think about something for a long time
practise: to do something again and again to get better at it
practice: doing something again and again to get better at it
precious: worth very much, or loved very much
predicament: a difficult place to be in
press: to push against something
proclaim: to tell everybody in a loud voice
prowl: to walk around quietly, looking for something
puppet: a doll that you move with strings or your hand
puzzled: not able to understand
quarrel: to argue with angry words
quest: a long search for something important
quill: a feather used as a pen
quirky: odd in a nice way
quiver: to shake a little
radiant: shining with light or with joy
ragged: old and torn
ramble: to walk around just for fun
rapids: a place where a river runs fast over rocks
ravine: a deep, narrow valley
realise: to understand something suddenly
realize: to understand something suddenly
recall: to remember
reckless: not thinking about danger
recognise: to see somebody and know who it is
recognize: to see somebody and know who it is
reef: a line of rocks or coral just under the water
reflection: a picture of you in water or in a mirror
refuge: a safe place to hide
refuse: to say no
regret: to be sorry about something you did
relieved: glad because a worry is over
reluctant: not really wanting to do it
remarkable: so special that everyone talks about it
remedy: something that makes you well again
rescue: to save somebody from danger
resolve: to decide firmly
restless: not able to keep still
retreat: to go back, away from something
reveal: to show what was hidden
ripple: a tiny wave
roam: to walk far without a plan
rummage: to search by turning everything over
rumour: something people tell though nobody knows if it is true
rustle: to make the sound of dry leaves
sapling: a young tree
scamper: to run with small, quick steps
scarce: hard to find because there is so little
scarecrow: a straw man that keeps birds off a field
scent: a smell
scold: to tell somebody off
scorch: to burn a little on the outside
scowl: to look very cross
scramble: to climb quickly with hands and feet
scrape: to rub with something hard or sharp
scroll: a long roll of paper with writing on it
scurry: to run with tiny, quick steps
seaweed: plants that grow in the sea
seize: to take hold of something quickly
seldom: not often
serene: calm and peaceful
shaft: a long, thin line of light, or a deep, narrow hole
sharpen: to make something sharp
shelter: a place that keeps off wind and rain
shimmer: to shine with a soft, moving light
shriek: to cry out in a high, loud voice
shrug: to lift your shoulders because you do not know
shudder: to shake because of cold or fear
silhouette: the dark shape of something against the light
siren: a loud sound that warns people
sincere: meaning what you say
skim: to move lightly over the top of something
slender: thin and fine
slither: to slide along like a snake
slumber: to sleep
sly: clever in a secret way
snatch: to take something very quickly
soar: to fly high
solemn: very serious
solitary: alone
sombre: dark and sad
soothe: to make somebody feel calm
sorrow: great sadness
spark: a tiny bit of fire that flies up
spectacular: wonderful to see
spiral: a line that winds round and round
splendid: very fine
sprout: to begin to grow
squall: a sudden storm
stagger: to walk as if you may fall
startled: surprised so much that you jump
steady: not moving or shaking
steep: going up or down very sharply
stern: serious and strict
stranded: left somewhere and not able to get away
stray: lost and without a home
stride: to walk with long steps
strive: to try very hard
stroll: to walk slowly for fun
stubborn: not wanting to change your mind
stumble: to nearly fall over something
sturdy: strong and hard to break
submarine: a ship that goes under the water
summit: the top of a mountain
summon: to call somebody to come
surge: to move forward with great strength
suspicious: feeling that something is not right
swarm: a big group of flying insects
swift: very fast
talkative: liking to talk a lot
tangle: a knot of things that are twisted together
tapestry: a big picture made of woven thread
tattered: old and full of holes
telescope: a tube with glass for looking at the stars
tempt: to make you want something you should not have
tempest: a great storm
temple: a building where people pray
tense: not able to relax
terror: very great fear
theatre: a place where people act out stories
thicket: bushes that grow close together
thoughtful: thinking a lot, or thinking of others
thread: a long, thin string for sewing
thrilled: very happy and excited
throne: the chair of a king or a queen
tide: how the sea comes up and goes down each day
timid: shy and easily scared
tingle: to feel as if something tickled under your skin
toil: to work very hard
torrent: a lot of water that rushes down
trail: a path through wild land
traitor: somebody who turns against friends
tranquil: calm and peaceful
translate: to say the same in another language
travel: to go from place to place
treacherous: not safe, though it looks safe
tremble: to shake because you are cold, afraid or excited
triumph: a great success
trudge: to walk slowly because you are tired
trustworthy: somebody you can believe and count on
tumble: to fall and roll over
turbine: a big wheel that makes power from wind or water
twilight: the soft light after the sun has gone down
twine: strong string
unique: the only one of its kind
unwind: to come loose, or to rest
upturned: with the top side down
vanish: to be gone suddenly
vast: so big that you cannot see the end
vehicle: something that carries people, like a car or a cart
velvet: a thick, soft cloth
venture: to go somewhere though it may be dangerous
vessel: a ship, or something that holds water
vigorous: full of strength
vine: a plant that climbs
vivid: bright and strong
volcano: a mountain that can throw out fire and hot rock
vow: to promise seriously
voyage: a long trip over the sea or through space
vulnerable: easily hurt
wail: to cry with a long, sad sound
wander: to walk around without a plan
wary: careful because there may be danger
weary: very tired
weave: to make cloth out of threads
whatever: anything at all
whimper: to cry softly
whirl: to turn round and round quickly
wilderness: wild land where nobody lives
willow: a tree with long branches that hang down
wisdom: knowing what is right because you have lived and learned
wistful: a little sad because you wish for something
wither: to dry up, like a flower without water
witty: clever and funny
wonder: to ask yourself
worthy: good enough for something
wreck: what is left of a broken ship
wriggle: to twist and turn your body
yearn: to want something very, very much
zeal: great eagerness
zigzag: a line that turns sharply left and right
`;

let meanings: ReadonlyMap<string, string> | undefined;

/** @param base a word in its base form, in small letters */
export function glossaryMeaning(base: string): string | undefined {
  meanings ??= new Map(
    LINES.trim()
      .split('\n')
      .map((line) => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)];
      }),
  );
  return meanings.get(base);
}
