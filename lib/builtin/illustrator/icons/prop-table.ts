/**
 * What story nouns look like: noun → icon, height beside a child's 1, and where it belongs. The sizes are a picture
 * book's, not nature's: a coin must be seen and a house must fit.
 */
export type PropPlace = 'ground' | 'sky' | 'water' | 'back';
export type PropEntry = { icon: string; size: number; place: PropPlace };

const group = (size: number, place: PropPlace, text: string): [string, PropEntry][] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((item) => {
      const [nouns = '', icon = nouns.split('/')[0] ?? ''] = item.split(':');
      return nouns
        .split('/')
        .map((noun): [string, PropEntry] => [noun.replaceAll('_', ' '), { icon: icon || noun, size, place }]);
    });

export const PROPS: ReadonlyMap<string, PropEntry> = new Map([
  // Small things to find, hold and lose.
  ...group(
    0.3,
    'ground',
    `
    key:old-key coin:coin ring:ring button:coin bead/pearl:oyster pebble:rock acorn/nut/conker/chestnut:chestnut feather:feather
    egg:egg shell/seashell:spiral-shell seed/seedling/sprout:seedling berry/blueberry:blueberries bone:bone compass:compass
    whistle/bell:bell needle/thread:thread dice:game-die marble:crystal-ball biscuit/cookie:cookie sweet/candy/sweets:candy
    worm:worm ant:ant bee/honeybee/bumblebee:honeybee ladybird/ladybug:lady-beetle snail:snail caterpillar:bug beetle:beetle
    spider:spider cricket/grasshopper:cricket clover/shamrock:four-leaf-clover leaf:maple-leaf pencil:pencil crayon:crayon
    ribbon/bow:ribbon medal:sports-medal ticket:ticket spoon:spoon toothbrush:toothbrush soap:soap sock/socks:socks matchbox:candle
  `,
  ),
  ...group(
    0.42,
    'ground',
    `
    cheese:cheese-wedge apple:red-apple pear:pear banana:banana orange/tangerine:tangerine lemon:lemon cherry/cherries:cherries
    grape/grapes:grapes strawberry:strawberry peach:peach pineapple:pineapple coconut:coconut watermelon/melon:watermelon mango:mango
    carrot:carrot potato:potato tomato:tomato corn:ear-of-corn broccoli:broccoli onion:onion pepper:bell-pepper mushroom/toadstool:mushroom
    pea/peas/bean/beans:pea-pod turnip/radish:onion bread/loaf:bread croissant:croissant pretzel:pretzel pancake/pancakes:pancakes waffle:waffle
    cake/birthday_cake:birthday-cake cupcake/muffin:cupcake pie:pie doughnut/donut:doughnut ice_cream/icecream:soft-ice-cream lollipop:lollipop
    chocolate:chocolate-bar honey/honeypot:honey-pot jam/jar:jar milk:glass-of-milk tea/cup/teacup/mug/cocoa/hot_chocolate:hot-beverage teapot/kettle:teapot
    soup/stew/bowl/porridge/cauldron/pot:pot-of-food sandwich:sandwich pizza:pizza spaghetti/pasta/noodles:spaghetti rice:cooked-rice popcorn:popcorn
    fish:fish butter:butter salad:green-salad juice:beverage-box picnic/basket/hamper:basket
    book/storybook/diary:closed-book books:books letter/envelope/note:envelope love_letter:love-letter scroll/message:scroll map:world-map
    lantern/lamp:red-paper-lantern candle:candle torch/flashlight:flashlight light_bulb/lightbulb:light-bulb clock:mantelpiece-clock alarm_clock:alarm-clock
    watch:watch hourglass:hourglass-done telescope:telescope microscope:microscope magnifying_glass:magnifying-glass-tilted-left camera:camera radio:radio
    crystal/gem/jewel/diamond/emerald/ruby:gem-stone crown/tiara:crown wand/magic_wand:magic-wand crystal_ball/orb:crystal-ball potion/bottle:alembic
    mirror:mirror treasure:treasure-chest trophy/prize/cup_final:trophy present/gift/parcel/package:wrapped-gift box:package
    ball/football:soccer-ball basketball:basketball teddy/teddy_bear/toy_bear:teddy-bear doll/toy:nesting-dolls puzzle/jigsaw:puzzle-piece yo-yo/yoyo:yo-yo blocks/block:brick
    drum:drum trumpet/horn:trumpet violin/fiddle:violin guitar:guitar flute:flute piano/keyboard:musical-keyboard accordion:accordion music/song/tune/melody:musical-notes
    hat:top-hat cap:billed-cap scarf:scarf boot/boots:hiking-boot shoe/shoes:running-shoe glove/gloves/mitten/mittens:gloves dress:dress shirt:t-shirt coat/jacket:coat glasses/spectacles:glasses
    paintbrush/brush:paintbrush paint/paints/palette:artist-palette scissors:scissors hammer:hammer saw:carpentry-saw spanner/wrench/tool/tools/toolbox:toolbox axe:axe shovel/spade/pick:pick
    bucket/pail:bucket broom/broomstick:broom rope/knot:knot yarn/wool/knitting:yarn nest:nest-with-eggs flower/daisy/blossom:blossom rose:rose tulip:tulip sunflower:sunflower hibiscus:hibiscus
    bouquet:bouquet herb/plant/weed:herb crab:crab turtle/tortoise:turtle frog:frog hedgehog:hedgehog mouse:mouse bird/robin/sparrow:bird butterfly/moth:butterfly
    rabbit/bunny:rabbit squirrel/chipmunk:chipmunk owl:owl duck/duckling:duck chick:baby-chick hen/chicken:chicken cat/kitten:cat anchor:anchor shield:shield sword:dagger
    bow_and_arrow:bow-and-arrow fishing_rod/rod:fishing-pole net:goal-net kettle_drum:long-drum phone/telephone:telephone computer/laptop:laptop robot:robot alien:alien-monster snowball:white-circle
    phoenix_feather:feather stone/rock/boulder:rock pumpkin:jack-o-lantern
  `,
  ),
  ...group(
    0.62,
    'ground',
    `
    chest/treasure_chest:treasure-chest suitcase/trunk:luggage backpack/bag/satchel/rucksack:backpack chair/seat/armchair/throne:chair lamp_post:red-paper-lantern globe:globe-showing-europe-africa
    fire/campfire/bonfire:fire umbrella:umbrella sledge/sled/sleigh:sled skateboard:skateboard scooter:kick-scooter bicycle/bike:bicycle wheel:wheel potted_plant:potted-plant
    dog/puppy:dog fox:fox goat:goat sheep/lamb:ewe pig/piglet:pig penguin:penguin monkey:monkey peacock:peacock swan:swan goose:goose rooster/cockerel:rooster parrot:parrot eagle/hawk:eagle flamingo:flamingo
    ladder:ladder telescope_stand:telescope wheelbarrow/cart:shopping-cart sign:placard cactus:cactus snowman:snowman scarecrow:scarecrow gate/door:door statue:moai violin_case:luggage postbox/mailbox:postbox
    surfboard:skis skis:skis barrel:oil-drum beehive/hive:honey-pot drumkit:drum harp:violin tv/television:television
  `,
  ),
  ...group(
    1,
    'ground',
    `
    car/automobile:automobile taxi:taxi tractor:tractor motorbike/motorcycle:motorcycle horse/pony/stallion:horse cow/calf:cow deer/stag/fawn:deer donkey:donkey lion:lion tiger:tiger wolf:wolf bear:bear
    camel:camel zebra:zebra kangaroo:kangaroo crocodile/alligator:crocodile tent:tent bed/cot/cradle:bed sofa/couch:couch-and-lamp bathtub/bath:bathtub fountain/well:fountain slide/playground:playground-slide swing:playground-slide bench:couch-and-lamp
    dinosaur:t-rex dragon:dragon unicorn:unicorn gorilla:gorilla carousel:carousel-horse canoe:canoe
  `,
  ),
  ...group(
    1.45,
    'back',
    `
    house/cottage/home:house-with-garden hut/cabin:hut castle/palace/fortress/tower:castle school:school church:church hospital:hospital shop/store/market/bakery:convenience-store bank:bank factory:factory lighthouse:lighthouse
    bus:bus truck/lorry/van:pickup-truck train/locomotive/engine:locomotive fire_engine/fire_truck:fire-engine police_car:police-car ambulance:ambulance tram:tram-car
    tree/oak/maple:deciduous-tree pine/fir/evergreen:evergreen-tree christmas_tree:christmas-tree palm/palm_tree:palm-tree elephant:elephant giraffe:giraffe hippo/hippopotamus:hippopotamus rhino/rhinoceros:rhinoceros mammoth:mammoth
    circus:circus-tent ferris_wheel/fair/funfair:ferris-wheel roller_coaster:roller-coaster volcano:volcano stadium:stadium
  `,
  ),
  ...group(
    0.5,
    'sky',
    `
    star:glowing-star shooting_star/comet/meteor:shooting-star balloon/balloons:balloon kite:kite rainbow:rainbow bat:bat dove:dove bluebird:bird cloud:cloud snowflake:snowflake firework/fireworks:fireworks bubble/bubbles:bubbles satellite:satellite
    firefly/fireflies/sparkle/sparkles/magic/stardust:sparkles spark:sparkle lightning:high-voltage
  `,
  ),
  ...group(
    0.85,
    'sky',
    `
    rocket/spaceship/spacecraft:rocket airplane/plane/aeroplane:small-airplane helicopter:helicopter hot_air_balloon:balloon ufo/flying_saucer:flying-saucer planet:ringed-planet parachute:parachute moon/full_moon:full-moon crescent:crescent-moon sun:sun
  `,
  ),
  ...group(
    0.8,
    'water',
    `
    boat/sailboat/yacht:sailboat ship/steamship:ship ferry:ferry raft:canoe whale:spouting-whale dolphin:dolphin shark:shark octopus:octopus squid:squid seal:seal goldfish/tropical_fish:tropical-fish jellyfish:jellyfish submarine:speedboat
    lobster:lobster starfish:star coral:coral
  `,
  ),
]);

/** Nouns that words of a story contain but that must never become a thing on the page. */
export const NOT_PROPS = new Set(
  'place way time day night morning evening afternoon moment minute hour week year story end world land air sky ground floor wall side top bottom back front hand foot head heart eye ear nose mouth voice face arm leg hair finger word name thing something nothing everything someone everyone friend family mother father home wind rain snow sea ocean river lake forest wood woods garden mountain hill beach meadow field village town city street road path kitchen room bedroom library cave desert space farm jungle grass sand water light dark darkness shadow sound noise dream idea plan smile laugh laughter hug kiss tear fear hope wish love joy secret question answer help game turn step bit piece lot kind sort part line corner edge middle adventure journey surprise trouble problem mistake reason matter fact'.split(
    ' ',
  ),
);
