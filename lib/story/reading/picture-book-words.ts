/**
 * What children of 3 to 5 know from picture books, play and the day at home, and the reading lists of 1974 and 1995 leave
 * out: animals, food, toys, weather, made-up beings, and the sounds of a story told aloud. Written for Storyloom.
 */
export const PICTURE_BOOK_WORDS: readonly string[] = `
alligator ant alien badger seahorse bat crow gull beaver bee beetle bunny butterfly camel caterpillar chick crab crocodile cub deer dino dinosaur dolphin donkey dragon dragonfly
duckling eagle elephant firefly flamingo foal fox frog giraffe goat goldfish goose gosling gorilla grasshopper hamster hare hedgehog hen hippo horse
jellyfish kangaroo kitten kitty koala ladybird ladybug lamb leopard lion lizard llama mole monkey moose moth mouse octopus otter owl panda
parrot peacock pelican penguin pig piglet pony pup puppy rabbit raccoon rat reindeer rhino robin rooster seal shark sheep sloth snail snake
sparrow spider squid squirrel starfish swan tadpole tiger toad tortoise turkey turtle unicorn walrus whale wolf worm zebra
paw paws claw fin fur furry feather feathers wing wings tail beak whisker whiskers hoof trunk shell fluff fluffy nest burrow den pet
apple banana bean berry biscuit blueberry bread broccoli bun butter cake candy caramel carrot cereal cheese cherry chocolate cocoa cookie
corn cracker crumb crumbs cupcake custard dough egg flour grape honey ice icing jam jelly juice lemon lollipop marshmallow milk milkshake muffin
noodle nut oat orange pancake pasta pea peach pear pie pizza popcorn porridge pretzel pudding pumpkin raisin raspberry salad sandwich sauce
snack soup spaghetti strawberry sugar syrup toast tomato treat waffle yogurt yummy yum
backpack ball balloon band bathtub bead bell bike blanket block boat book boot bottle bow bowl box broom brush bubble bucket button camera
candle cap card cart chair clock cloth coat cord crayon crib crown cup cushion dish doll door drawer drum duck fan fence flag flashlight flute fork
game gate gift glove glue goggles guitar hat helmet hoop jar jug kettle key kite knot ladder lamp lantern lid map marble mask mat
mirror mitten mop mug nail necklace net oven paint pan paper path pen pencil piano pillow pocket pot pram present purse puzzle quilt
raft ribbon ring robot rocket rope rug sack scarf scissors scooter seesaw shelf ship shoe shovel sink skateboard sled slide slipper snowman soap
sock sofa spade sponge spoon stairs sticker stool string suitcase swing table tablet teapot teddy telescope tent ticket toothbrush towel toy toys
train tray treasure trumpet tub umbrella van vase vest violin wagon wand wheel whistle window wool xylophone yarn zip zipper
art bicycle class clue club computer echo football narrow paintbrush palm puppet scarecrow spaceship steady submarine teacup theatre thread truly
sideways smooth everyone everybody everywhere anybody lock fit terrible windmill attic bakery bank bookcase cottage engine halfway hay haystack mattress nook oak orchard patchwork plate post soil tractor tram barn beach bedroom bridge cabin castle cave circus city cliff farm field forest fountain garden hill hut igloo island jungle
kitchen lake library lighthouse market meadow moon mountain museum ocean palace park pier playground pond pool puddle river rock roof room sand
school sea shed shop shore sky space stage station stream street swamp tower town treehouse tunnel valley village wall waterfall well wood woods zoo
cloud cloudy comet dew drizzle fog foggy frost gust icicle lightning mist planet rain rainbow raindrop rainy shadow snow snowflake snowy star
starlight starry stars storm stormy sunbeam sunlight sunny sunrise sunset thunder twinkle wave wind windy autumn winter spring summer acorn bark
blossom branch bud bush cactus clover daisy fern flower grass leaf lily log moss mushroom petal pine root rose seed stem sunflower tulip twig
astronaut baker builder captain clown cook cowboy dentist doctor driver elf fairy farmer firefighter genie ghost giant goblin gnome grandma
grandpa granny hero king knight mermaid monster mum mummy daddy nana neighbour neighbor ninja nurse painter pilot pirate postman prince princess
queen sailor superhero teacher toddler troll twin vet wizard witch baby brother sister cousin aunt auntie uncle friend friends friendship
angry brave bright careful cheerful clever clumsy cosy cozy cuddly curious dizzy excited friendly funny fuzzy gentle giggly glad gloomy
golden grumpy happy huge hungry jolly kind lazy little lonely loud lovely lucky magic magical mighty muddy naughty noisy nervous polite proud
purple pink brown grey gray silver puzzled quiet round sad scared scary shiny shy silly sleepy slimy sneaky soft sparkly splendid
crooked snug striped thoughtful mossy creaky frozen slippery gold spotty squeaky sticky stripy strong stubborn surprised sweet tall thirsty tidy tiny tired tricky ugly unhappy warm wavy wet wiggly wild wise wobbly
wonderful wooden worried yellow yucky
bake blink bob bounce crack creep curl draw foot free guide lean shut sniff breathe build bump buzz carry cheer chase chew clap climb cling cough crawl creak crunch cry cuddle dance decorate dig
dive drift drip dust explore feed float flap flop flutter fold gallop gasp giggle glide glow gobble grab grin groan growl grumble hatch hiss hoot hop hug
hum hurry juggle jump kick kiss knock laugh lick listen march melt mend miss mix moo mumble munch nap nibble nod nudge paddle pat peek peep plant
play plop point polish pop pour pretend pull purr push quack race rattle roar roll rumble rush rustle scamper scoop scratch share shiver shout shrug
sigh sing sip skate skip sleep slip slurp smell smile snap sneak sneeze snore snuggle sob soar sparkle spin splash sprinkle squeak squeeze
squirm stack stamp stare stir stomp stretch stroke swim swirl swish swoop tap taste tickle tiptoe toss trot tuck tug tumble twirl twist wag waddle wait wander
wash whirl whisper wiggle wink wipe wish wobble wonder wrap wriggle yawn yell zoom
adventure alphabet bedtime birthday breakfast dinner lunch supper tea chuckle costume cuddles dream dreams feeling goodnight hello hooray hurrah idea joke
lullaby mess message mistake morning music naptime night noise party picnic pyjamas pajamas riddle secret shape song sound spell story stories
surprise team teamwork thank thanks tooth trick trip tummy voice word
ah aha ahh ahoy rub-a-dub wibble snif atchoo baa bang beep boing bonk boo boom bumpity clack clang clank click clink clip clop cluck crackle crash ding dong eek giddy ha hee
hey ho hmm hush la meow miaow oh oink okay ooh oops ouch ow phew ping plink plip plunk poof pow psst puff ribbit ruff sh shh shoo
shush sizzle splat splish splosh squelch squish swoosh thud thump tick tock toot tra tweet ugh uh um vroom wheee whee whizz whoo whoosh woof wow yay
brr hm huff hi mm mmm wee yes yikes yip yippee yo yoo zap zzz
`
  .trim()
  .split(/\s+/);
