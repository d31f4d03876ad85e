/**
 * Words that are hard for the young, with an everyday word that fits wherever the first stood: same sense in a story, same
 * preposition, same kind of object. `verb` rows are swapped in all their forms, `noun` rows in both numbers, `other` as they
 * are. Written for Storyloom. An everyday word is only taken where the readers' own list has it.
 */
export const SIMPLER_WORDS = {
  verb: `observe=watch discover=find purchase=buy assist=help attempt=try commence=start conclude=end construct=build
    demonstrate=show depart=leave desire=want devour=eat encounter=meet examine=check exclaim=cry gaze=look glance=look grasp=hold
    grip=hold clutch=hold hasten=hurry hesitate=wait ignite=light inform=tell inquire=ask enquire=ask locate=find mutter=mumble
    obtain=get perceive=see ponder=think possess=have proceed=go recall=remember remain=stay require=need reside=live respond=answer
    reply=answer retrieve=fetch reveal=show select=pick choose=pick shatter=break shriek=scream stumble=trip summon=call tremble=shake
    quiver=shake shudder=shake vanish=disappear whimper=cry weep=cry yearn=long murmur=whisper realise=see realize=see
    recognise=know recognize=know accompany=join acquire=get admire=love adore=love astonish=surprise
    bellow=shout chatter=talk converse=talk collapse=fall conceal=hide consume=eat contain=hold create=make descend=fall
    detect=find dwell=live emerge=come enter=reach entertain=please exhale=sigh explain=tell extinguish=stop fasten=tie fetch=get
    gleam=shine glimmer=shine glisten=shine shimmer=shine glitter=shine halt=stop hurl=throw fling=throw inspect=check
    leap=jump linger=stay mend=fix repair=fix nudge=push shove=push perform=play permit=allow
    plunge=fall pursue=chase quarrel=fight recite=say rescue=save restore=fix scatter=drop scurry=run
    sprint=run seize=grab snatch=grab soothe=calm stride=walk stroll=walk wander=walk trudge=walk march=walk
    tumble=fall unite=join wail=cry yell=shout whirl=spin drift=float hover=float
    swoop=fly soar=fly gulp=drink munch=eat sip=drink chuckle=laugh giggle=laugh grin=smile sob=cry
    investigate=check vow=promise argue=fight peer=look stare=look scamper=run`,
  noun: `creature=animal companion=friend dwelling=home residence=home journey=trip voyage=trip task=job gloom=dark dusk=evening
    twilight=evening dawn=morning beverage=drink fragrance=smell scent=smell aroma=smell vessel=ship flame=fire
    blaze=fire melody=song tune=song summit=top peak=top infant=baby physician=doctor assistance=help
    conversation=talk error=mistake hue=color labour=work labor=work method=way object=thing odour=smell odor=smell pathway=path
    trail=path tale=story route=way chamber=room corridor=hall crevice=crack gap=hole chuckle=laugh glance=look
    meadow=field pasture=field stream=river brook=river inhabitant=person hatchet=ax stallion=horse steed=horse hound=dog
    feline=cat canine=dog lad=boy lass=girl maiden=girl gentleman=man youngster=child rascal=child mansion=house hut=house
    village=town settlement=town isle=island shore=beach coast=beach breeze=wind gale=wind tempest=storm garment=coat
    cloak=coat gown=dress bonnet=hat gift=present sorrow=sadness terror=fear dread=fear
    fright=fear ability=power quarrel=fight battle=fight contest=game festival=party celebration=party feast=dinner banquet=dinner
    beginning=start conclusion=end difficulty=problem trouble=problem riddle=puzzle boulder=rock pebble=stone
    lantern=lamp torch=lamp parcel=box package=box satchel=bag sack=bag pouch=bag spectacles=glasses`,
  other: `enormous=huge gigantic=huge immense=huge tremendous=huge vast=huge massive=huge colossal=huge huge=big minuscule=tiny
    miniature=tiny tiny=little ancient=old antique=old elderly=old magnificent=wonderful marvellous=wonderful marvelous=wonderful
    glorious=wonderful spectacular=wonderful remarkable=wonderful extraordinary=wonderful furious=angry enraged=angry terrified=scared
    frightened=scared fearful=scared anxious=worried uneasy=worried delighted=happy cheerful=happy joyful=happy merry=happy
    exhausted=tired weary=tired drowsy=sleepy famished=hungry ravenous=hungry peculiar=strange unusual=strange mysterious=strange odd=strange
    brilliant=bright radiant=bright vibrant=bright dazzling=bright courageous=brave daring=brave bold=brave
    cautious=careful swift=fast rapid=fast speedy=fast silent=quiet timid=shy fierce=wild miserable=sad sorrowful=sad
    heartbroken=sad mischievous=naughty numerous=many several=some various=many obvious=clear ordinary=plain pleasant=nice
    agreeable=nice splendid=nice precious=dear slender=thin spacious=big sturdy=strong mighty=strong powerful=strong suitable=right
    tranquil=calm peaceful=calm serene=calm wicked=bad dreadful=bad terrible=bad horrible=bad delicious=good tasty=good
    astonished=surprised amazed=surprised startled=surprised astounded=surprised bewildered=puzzled crimson=red scarlet=red azure=blue
    murky=dark dim=dark damp=wet moist=wet soaked=wet icy=cold chilly=cold frosty=cold scorching=hot
    tidy=neat clever=smart intelligent=smart ill=sick unhappy=sad lengthy=long
    immediately=at-once instantly=at-once gradually=slowly cautiously=carefully frequently=often occasionally=sometimes rapidly=quickly
    swiftly=quickly hastily=quickly hurriedly=quickly speedily=quickly silently=quietly softly=quietly perhaps=maybe nearby=close-by
    eventually=at-last merely=only nearly=almost extremely=very exceedingly=very incredibly=very scarcely=hardly somewhat=a-little
    slightly=a-little simultaneously=at-the-same-time whenever=when although=though upon=on beneath=under amid=in towards=to
    toward=to within=in regarding=about concerning=about approximately=about joyfully=happily merrily=happily cheerfully=happily miserably=sadly afterwards=later afterward=later everywhere=all-around meanwhile=then furthermore=also additionally=also
    certainly=of-course undoubtedly=of-course entirely=all wholly=all`,
} as const;

/** For older readers: everyday words with one that says it more exactly, fitting wherever the first stood. */
export const RICHER_WORDS = {
  verb: `start=begin shake=tremble answer=reply disappear=vanish`,
  noun: `trip=journey animal=creature`,
  other: `huge=enormous scared=frightened strange=peculiar careful=cautious angry=furious wonderful=magnificent
    surprised=astonished quickly=rapidly maybe=perhaps almost=nearly`,
} as const;
