/**
 * 7776 ordinary Dutch words of four to eight letters, so that five of them carry 64 bits. Selected from the word list of
 * OpenTaal (© OpenTaal and its contributors, https://www.opentaal.org, used under CC BY 3.0), the commoner words first by
 * the frequency lists of zxcvbn-ts (MIT). Left out: names, most inflected forms, words that differ from another by an
 * accent only, words that are read as English, and what would hurt on the kitchen table. No vault depends on the list: it
 * may change.
 */
export const dutchWords: readonly string[] = `
aaien aalbes aalkuip aanbeeld aanbod aanbouw aandacht aandeel aankomst aankoop aanleg aanloop aanname
aannemer aanpak aanraak aanrecht aanschaf aansluit aantal aanvaard aanvang aanvoer aanvraag aanwezig
aanwinst aanzet aanzien aapmens aard aardbaan aardbei aardbol aarde aardeweg aardgas aardhoop aardig
aardkern aardklem aardlaag aardman aardmuis aardolie aardpunt aardspin aardster aardwas aardwerk
aardworm aasbloem aasdier aasemmer aasjager aassoort aasvis aasvogel aaszak abrikoos abrupt absent
absoluut abstract absurd abuis academie accent accubak accuraat acht achtarm achter achteraf achthoek
achtkamp achtkant achtspan achtste achtvlak acrobaat acteren actie actiedag actief activa activist actor
actrice actueel acuut adagio adder adelaar adem ademen adequaat ader adjudant adoptie adres adviseur
afbraak afdak afdaling afdeling afdruk affectie affiche afgezant afging afkomst afloop afmeting afname
afrit afspraak afstand aftellen aftocht aftrek afval afvalarm afvalbak afvalput afvalzak afvoer afwas
afwasbak afweer afweging afwezig afzender afzet agaat agenda agent agentuur ahorn airbag airport akela
akelei akelig aker akker akkoord akte aktetas alarmbel albatros album alert alfa alfabet alfahulp
algebra algemeen alinea alleen allegro allround allure alpaca alpinist alpino alruin althoorn altijd
alto altsax altviool aluin amandel amateur amazone ambacht ambiance ambitie ambt amfora ammoniak amusant
amuseren anaconda analist analogie analoog analyse ananas anatomie ancien anders anemoon anijs animatie
anjelier anjer anker ankerbak ankergat ankerman ankeroog anode anomalie anoniem anorak ansjovis antenne
anti antiek antwoord aorta apen apenkop apotheek apparaat appel appelbol appelsap appgroep applaus april
aprilmop aprilvis apsis aquaduct aquarel aquarium arabica arbeid arbeider arcade archief archipel arduin
areaal arena arend argot argument argus armband arme armhuis armklem armsgat armsteun armstoel armvol
armwezen armworp armzalig aroma artefact artiest artikel artisjok arts asbak asfalt asiel aspect asperge
aspirant aspirine atelier atheneum atlas atleet atletiek atol atoom atrium attent attentie audio auditie
augurk aula aura auteur auto autobox autodak autodek autogas automaat autonoom autopsie autorit autoslot
autowas autoweg autowrak avance avatar avocado avond avondles avondrit avonduur avontuur axioma axon
azalea azen azijn azuki azuur baadje baai baaldag baalzak baan baanbed baanvak baas baat baba babbel
babbelen bachelor bacterie badding baddoek badeend baden badgast badge badhotel badhuis badkamer
badkoets badkraan badkuip badkuur badmat badmode badmuts badolie badpak badrand badstoel badtas badwater
badzout bagage bakbeurt bakblik baken baker bakermat bakerzak bakfiets bakgoot bakhuis bakje bakken
bakker bakkie baklamp bakmix bakolie bakoven bakpan bakplaat baksel bakspel baksteen bakster baktafel
bakvis bakvocht bakvorm bakzeil balans balein balen balhoofd balie baljurk baljuw balk balkon ballen
ballet balletje ballon balpen balspel balsport baltempo balwinst balzaal bamafoon bamboe banaan band
bandfoto bandlid banier banjo bank bankbed banket bankman bankpas bankroet banksite bankstel bankterm
bankvak bankzaak banner barbecue barbeel barblad barcode bardame bareel barema baren bariton barkas
barkast barman barok baron barones baronie bars barzoi basaal basalt basdrum baseren basfluit basilica
basiliek basis basiseis basisnet basispas basisset basisvak basset bassin bassist basstem bastion
basviool batik baton bazaar beamer bedank bedankje bedbank bedbodem bedden bedding bede bedekken bedekt
bedelen bedeling bedelman bedenker bederven bediende bedienen bedlamp bedoel bedorven bedpan bedplank
bedrag bedreven bedroefd beekdal beeld been beenblok beenham beenkam beenkap beenpit beenstuk beenvis
beerkar beerput beerton beet befkraag begaan begeleid begeven begin beging beginner beginsel beginzin
begrensd behaard behagen behalen behandel behanger beheer beheerst behoeden behoefte behoor behoud
beiaard beiden beier beitel bejaarde bekeken bekend beker bekken bekleed beklom bekomen bekwaam beladen
belader belanden belang belbus beleefd beleg beleid beleven beleving belfort belhuis belkaart belknop
beller belofte belonen beloning beloven belspel belt bemoeial benaming benauwd beneden bengel benieuwd
benoemde benutten bepaal bepaald bepalend bepaling beperken beperkt bepraten berber bereiden bereik
berekend berenhol berg bergamot bergdal bergeend berger berggeit berghut bergkam bergkap bergmeer
bergpad bergpas bergrat bergrit bergrug bergstok bergvak bergweg bergwei bericht beril berin beringen
berm beroemd beroep beroerte berucht berust beschik beschuit besef beslis beslist besluit besmet bespaar
bespelen bespeler bespreek best bestand besteden bestek bestel bestemd bestuur betaling beton betonbak
betonpad betonweg betreden betuigen betwist beugel beuk beuker beurs beursdag beurshal beursval beurt
beurtman beurtrol bevak beval bevatten bevel beven bever bevestig bevoegd bevolkt bevragen bevriend
bewaring beweging bewering bewerken bewind bewogen bewoner bewoning bewust bezaan bezem bezig bezitter
bezoek bezoeker bezorgd bezorger bezweren bibberen bidon bidweg bieb bied bieder biedster biefstuk biels
bies biet bijbel bijen bijl bijlage bijna bijrol bijten bijvak bikini bikkel bind binder binding
bindster bindtouw bingo bink binnen binocle biobak biogas biograaf biologie bioloog biomassa bioscoop
biotoop biscuit bistro bitter bivak bizar bizon blaadje blaadjes blaag blaas blaasgat blad bladader
bladeren bladknop bladval blaffen blaker blaren blauw blauwvos blazoen bleek blees blender bles blij
blijven blik bliksem bloei bloeier bloem bloembak bloembed bloembol bloempap bloempje bloempot bloemzak
bloes bloesem blok blokdag blokdruk blokeend blokhak blokhuis blokhut blokje blokkade blokker blokuur
blom blond blondine blouse blouson bluesman bluffer blunder blussen bobbel bocht bodega bodem bodemvis
boedel boeg boeier boek boekblok boekdruk boekel boeker boeket boekrol boekstuk boel boeldag boelhuis
boeltje boeman boemel boer boerin boetedag boeten boezem boffen bokaal bokking boksring boktor bolbaan
bolbloem bolder bolero bolhoed bolide bolkop bolplant bolster bolvorm bolwerk bonbon bond bondel
bondsdag bondsman bongerd bongo bonje bonkaart bonnen bonnet bonsai bontjas bonus boog boogarm boogbal
boom boombal boomhut boomkap boommos boomstam boomtak boon boor boord boordnet boos boot bootsman bord
bordeaux bordes bordspel borg borger borging borgpen bosbes bosbloem bosbodem bosbouw bosduif bosfeest
bosgroep boshut boskant boskap boskapel boskat bosklas bosland boslelie bosmens bosmuis bospad bospark
bosplan bosplant bosrand bosrit bossen bosspel bosspin bostuin bosui bosuil bosvaren bosviool bosvogel
bosweg boswezen boter boterham boterpot botervis botrest botsauto botscan botsen bottel botten botvink
bougie bout bouvier bouw bouwblok bouwdag bouwer bouwhal bouwhek bouwkost bouwplan bouwplek bouwput
bouwstop bouwteam bouwvak bouwval bouwvlak bouwwerk boven bovendek bowling boxkleed braadpan braaf braai
brak brancard branche branie brasem breed breedte breekpen brei breiden breien breier brein breker bres
bretel breuk breukzak brief bries brij briket bril brileend briljant broche brochure broeden broeder
broedhok broek broekpak broekrok broekzak broer brok brom brombas brommer bron brongas brontaal brood
broodbon broodje broodkar broodmix broodpap broodzak bros brosse brug brugdag brugdek bruggat brughoek
brugklas brugvak bruid bruiloft bruin bruinoog bruinvis brunette brutaal bruto bruut bubbel budget
buffel buffer buffet bugel buiger buiging buik buikfles buikstuk buil buis buiskap buisklok buisvak buit
buiten buitje buizerd buks bulletin bult bultrug bundel bunzing bureau bureel burg burger burgwal
busbaan bushalte buskaart buskruit buspakje buspas busreis busrit busroute bussel bussen busstop bustaxi
bustocht buur buurkat buurman buurt buurtbus buurtje buurtweg buxus cabaret cabine cabrio cacao cachet
cactus cadans caddie cadeau cadet cafeetje cahier cake cakeblik calcium calypso camera camion camp
campagne camping canada canoniek cantate cantor canvas capo capriool capsule caracal caravan carillon
carnaval casanova cascade casco casino cassatie cavia ceder celesta celkern cellen cellist cello celtype
cement censuur cent centaur centra centraal centrum centstuk chalet chanson chaos chape charade charmant
charme charta chassis chateau cheeta chef chemicus chemie chemisch cheque chic chicane chillen chimp
chinezen chip chloride chocola chroma chroom chutney cicade cicero cilinder cineast cipier cipres
circuit circus cirkel citaat citadel citer citrus clausule claxon climax clivia clown club clubdag
clubdas clubman clubpas clubrit clubteam cluster coalitie cocon coda code codec codering codeslot codex
cognac cola colafles collega college colli collie colonne coltrui combi comic commotie commune communie
compact compleet complex computer concept concert concerto concours conditie condor conflict conform
conga congres constant consul contact contant contest context continu conto contour contract contrast
controle conus cornet corps correct corridor corso coup couplet coupon courant coureur creatie creatief
credo cruciaal cultuur cupido curator cursief cursus cutter cyaan cycli cycloon cycloop cyclus daad
daags daalder daarom dadel dading dagbasis dagblad dagbloem dagboek dagboog dagdeel dagdosis dagdroom
dagen dager dageraad daggeld daghulp dagje dagkaart dagkant dagkapel dagkoers dagkrant daglelie dagleven
daglicht dagmaat dagmarkt dagmars dagmenu dagmerk dagomzet dagorde dagorder dagpas dagploeg dagreis
dagrente dagritme dagslot dagtaak dagtekst dagtocht dagtrip daguil dagvaart dagwacht dagwand dagwerk
dagwinst dagzaal dagzege dakbaan dakfonds dakgoot dakkamer dakkapel daklei daklicht dakluik dakpan
dakplaat dakraam dakrand dakspant dakstoel daktuin dakvlak dakvloer dakvoet dakvorm dakvorst dakwerk
dalen daling daluur dalwind damboek dambord damclub damestas damklok dammen dammer dampen damper damspel
damsteen dancing dank dankdag dans dansact danser danseres danshuis dansje dansles danspaar danspas
dansstuk dapper darren dashond data databus date dateren datum davit dazen debacle debat debiet debutant
debuut decaan decade decor deeg deel deelauto deelname deelnota deelplan deelsom deeltaak deelvak
deelzin deern defect deftig dekbed dekblad dekbord deken dekenaat dekhuis dekhut dekken dekker dekking
dekkleed dekkleur deklaag deklast deklat deknaam dekplaat dekpunt dekschub deksel deksteen dekstier
dekstoel dekstuk dekvloer dekzeil delicaat deling delta delven delver demo demper demping denappel
denken denker denkstap denkster dentaal derde deren dertien dertig desem dessin detector deugd deuk
deuntje deur deurbel deurgat deurknop deurslot deuvel devotie diadeem diagram dialect dialoog diamant
diameter dicht dichtbij dichter dictee dieet dieetkok dieetpil diegene dienaar dienbak dienen dienst
dienster diep diepdruk diepgang diepte diepzee dier diertje diesel diggel digitaal dijbeen dijk dikte
dikwijls dilemma dille dimensie dimlicht dimmen dimmer dinar diner dinerbon ding dinges dingo dino
dinsdag diploma dipsaus direct directie dirigent disco discobal discobar discobus dispuut dissel distel
district divan divanbed divers divisie dobber docent doceren doctrine docu document doedel doek doelman
doelmap doelnet doelpunt doeltaal doelwit doener doetje doge dogger doka dokhaven dokken doktoren
dolboord dolen doler dolfijn dollen dolman dolmen domein donatie donder doneren dongel donjon donker
donsje donut dook doolhof doop doopvont doorgang doorging doorn doorreis doorrit doos doosje doping
dorade dorp dorpskom dorst dosering dosis dossier dotatie doublet douche douchen draad draag draagarm
draagtas draagzak draai draaidag draaidop draaihek draaikap draaitol draak dracht dragen drama dramales
dranghek drassig draver draw drempel drentel dreun drevel drie driehoek driekamp driekant drieluik
drieman driepoot driespan driestar drietal drietand drievoet drievoud drieweg drift driftig drijven
dring drink drinkbak drinkbus drinken drinkkan droevig drogen droger dromen dromer droog droogdok
droogkap droognet droogpak droogte droogzak droom droomdag droomman drop drost drug druif druk drukker
drukknop drukpak drukpan drukpers drukplek drukpunt drukring drukrol drukte drukval drukvel drukwerk
drukzin drum drumsolo druppel dubbel duel duet duiden duif duik duikboot duikbril duikdag duikeend
duiker duikfles duikles duikpak duikplek duikteam duim duimstok duin duinkam duinpan duinroos duister
duiver duizelig duizend dukaat dundruk duplo dusdanig duster dutje duur duurloop duurzaam duwen dwalen
dwars dweil dynamiek dynamiet dynamo dynastie ebdeur echelon echo echoput echtpaar eclair ecologie
ecoloog economie econoom edelgas edelman edict editie educatie eega eekhoorn eekhoren eend eender
eenhoorn eenzaam eerder eerlijk eersten eervol eethoek eetkamer eetlepel eetlust eetpeer eetzaal eeuw
eeuwig effect effen egaal egel egotrip eierdop eieren eigeel eigen eigenaar eiken eiland eilander eind
einde eindig eindknop eindmix eindnoot eindsom eindspel eindstop eindstuk einduur eisen eitje eiwit
ekster eland elegant elektro elektron element elfde elfenbos elger elite elixer elkaar elleboog ellips
elpee elzen elzenbos embleem emeritus emissie emmer emoe emotie enclave energie engels engerd engte
enigen ensemble entente enter entiteit entree envelop enzym eoceen epiloog episode epos ereteken
eretitel ereveld erewacht erfenis erfgoed erfland erfwet erger ergernis erkennen erker ernstig erosie
erts ervaren ervaring erven erwt esdoorn eskader essay essayist essence essentie etage etagebed etagebos
etappe eten etensbak etensuur etentje ethanol ethiek ethisch etiket etmaal etsen etser etsplaat etude
etui euro eurobond eurocent eurofles euroland euromunt euvel evenaar ever evolutie examen exces exotisch
expansie expert expo exponent export expres extensie extra extreem ezel ezelkar faam fabel fabriek
facelift facet facit factie factor fado fagot fakir fakkel falen falset familie fanclub fandag fanfare
fantasie fantasy farao farce farmer fase fasering fatsoen fauna favoriet fazant februari federaal feest
feestdag feestdis feit femme feniks fenomeen ferm fervent festival fiasco fibula fiche fictie fictief
ficus fiedel fiets fietsbel fietsbus fietsdag fietser fietskar fietsles fietsnet fietspad fietspet
fietsrek fietsrit fietstas figuur fijn filet filiaal film filmblik filmdag filmfan filmplan filmset
filmster filmtip filmvak filosoof filter finale finalist finish firma fiscaal fitis fitness fitter
fitting fjord flacon flambard flamenco flamingo flanel flaneur flank flard flat flater flauw flens fles
flesje flexibel flexie flink flippen flitser flitskop floers flop floret florist fluit fluiten fluitist
fluitles focus foedraal fokker folder folie folklore fonds fonkel fontein fooi forceren forehand forel
forint form formaat format formatie formeel formule fornuis fors fort fortuin fosfaat fosfor fossa
fossiel foto fotoboek fotomap foton fotostop fototas fout foutief foyer fraai fractie fragment frak
franje fregat frequent fresco fresia fret frezer fries friet frietje frietkot fris frisbee frisuur front
fronton fruit fruitdag fruitmix fruitpap fruitsap fuchsia functie furie fuseren fusie futon fuut fysica
fysiek fysisch gaaf gaar gaarder gaatje gabber gade gaffel gage gaine galerie galjoot gallen gallon
galon galop gamba gamer gamma gang gangdeur gangkast gangpad gangspil gans gaper garage garant garantie
gareel garnaal gasbel gasblok gasboer gasbol gasbron gasbuis gasfase gashaard gaskabel gasketel gasklep
gaskraan gaskroon gaslamp gaslicht gasman gasmarkt gasmassa gasmeter gasmotor gasnet gasoven gaspit
gaspomp gassen gasslang gasstel gast gastles gastmaal gastrol gastzus gasveld gasvorm gaswater gaswolk
gatdoek gauw gave gazel gazet gazon gebak gebergte gebeuren gebied gebint gebit geboden gebonden
geboorte gebouw gebrek gebruik gedaante gedachte gedeelte gedicht gedrag gedreven geduld geduldig
geefster geel geer geest geestig gegeven gehaast gehakt gehalte geheel geheim geheugen gehoor gehouden
gehucht geiser geit geladen geldauto geldbron geldig geldpot geldsom geldstuk geldtas geldzak geleed
gelegen gelei gelezen gelieerd geliefd gelijk gelofte geloven geluid geluk gelukkig gemaakt gemaal gemak
gemalin gematigd gember gemeente gemis gemunt genaamd genade genereus genetica genezing geniaal genie
genieten genist genoegen genoom genoot genre genster geograaf geoloog geordend geraken gerecht gericht
gering gerst gerucht geruis geschenk geschikt geschil geslaagd geslepen gesloten gesp gesprek gestaag
gestalte geste gestel gestemd gesticht gestie getal geur gevel geven gevest gevoel gevolg gevuld gewaad
gewei gewelf gewest gewicht gewin gewis gewoon gewoonte gewricht gezag gezang gezegde gezel gezellig
gezicht gezin gezond gezworen gibbon gids gidsrol gier gierton giet gieter gilde gilet gillen ginds
ginkgo gips giraf gist gisteren gisting gitaar gitarist glaasje glans glansrol glas glasbak glasbol
glaslat glasruit glazig gletsjer glijbaan glimp glinster glippen glitter globaal gloed glooiing glorie
glucose glui gnoe gnoom goed goederen goedheid goedkoop goedzak golf golfbad golfbal golfdag golfkar
golfles golfset golfstok golftas golving gondel gong gooien goot gootgat gordel gorilla gort gotisch
goud goudader goudbad goudstuk goudvis goudvos gouw graad graaf graafarm graag graal graan graat gracht
gram graniet granny grap grappig grasdak grasmat graspad graspol grasrol grasveld graszaad gratie
grauwtje gravel graveur gravin greep greintje grens greppel griezel griffel griffier grijs grime
grindgat gringo grintweg grip groef groei groeien groeier groeipad groeisel groen groenarm groenbak
groendak groente groep groeten grof grofte grommer grond grondbal grondig grondwet grondzee grootoom
groots grootte grutto gulden gulpen gulzig gunnen gunst gunstig gymclub gymles gymnast gympie gymtas
gymzaal haag haagje haai haak haakoog haakpen haakster haaktand haal haan haarbal haarband haarbos haard
haardot haargolf haarkam haarlak haarlint haarloos haarmode haarpluk haarpunt haarsnit haarspit haarstuk
haartype haarwerk haarworm haarzak haas haast haastig habitat hachje haft hagedis haiku hakbal hakblok
hakbord hakbos haker hakken hakstuk haldeur halen haler half halfaap halfezel halfjaar halfrond halfuur
halfzus hall halm halo halsband halsring halster halte halter hamam hamei hamer hamerkop hamster
hamvraag hand handbak handbal handbel handboek handboog handdoek handdruk handel handig handkar handkus
handpop handrug handsbal handstuk handtas handvat handvest handvol handwas handzeep hang hanger hangklok
hanglip hangmap hangmat hangplek hangslot hangsnor hansop hanteren hapering hapje happen hapvogel hard
harder hardheid harding haren harig haring harmonie harnas harp harpoen harst hart hartader hartklep
hartklop hartoor haspel haven havenkom haver havik havist hazenoog hebberig hecht hechting heelal
heelster heenging heenreis heer heerlijk heeroom heersen heerser heerweg hees heester heet heffen
heffing heft heftig heibel heide heier heil heilbot heining heklicht hekmotor hekpaal hekwerk held
helder heldin helemaal helft heli helium helling helm helmknop helmstok helpen helper helpster hemd
hemelbed hemelbol hendel hengel hengsel hengst heraut herberg herbouw herder herfst herhaal herkomst
herladen herleid herleven herrie herstart herstel hertest hertogin hertz herzien heup heupfles heupkom
heupkop heuptas heus heuvel hevel hevig hiaat hielen hijsen hinde hint historie hitte hobbel hobbit
hobby hobbykok hockeyer hoed hoedster hoefstal hoek hoekbad hoekbal hoekhuis hoekman hoekstuk hoektand
hoekzak hoepel hoepnet hoes hoesten hoeve hoeveel hofhond hofnar hofstede hofstoet hoger holen holist
hollen hologram holster holvoet hommage hommel hond honderd honger hongerig honing honkbal honkman hoofd
hoofdact hoofdhal hoofdkap hoofdman hoofdmap hoofdnet hoofdsom hoofdtak hoofdvak hoofdwas hoofdweg
hoofdzin hoogbouw hoogdag hoogdruk hoogheid hoogland hoogoven hoogstam hoogte hooi hooiberg hooier
hooiman hoop hoopvol hoorn hoornist hoorspel hopbel hopland hopman horde horeca horen horizon horizont
hork horloge hormoon horror hortus hospes hostie hotdog hotel hotelbar hotelbed hotelrat houder houding
houdster houtblok houtdruk houtgas houtkap houtring houtvlot houvast houweel hoven huid huidig huilen
huis huisakte huisarts huisbar huisbel huisdier huisjas huisje huiskat huisman huismuis huismus huispak
huisspin huistaak huiswerk huiver hulk hulletje hulp hulpbron hulpkok hulpplan hulpstuk hulpteam huls
hulsel hulst hulstbos humanist humeur humeurig hummel humor hunebed hups husky huur huurauto huurder
huurling huurplan huurster huurteam hybride hydra hyena hype icoon ideaal idee idioom idool idylle ieder
iedereen iemand iglo ijsbeer ijsje ijspegel ijverig ijzer illusie imago imitatie imitator imiteren imker
immuun impact imperium impost impuls inademen inbreng indeling indenken index indiaan indienen indigo
indirect individu indruk inductie ineens inflatie info infodag ingaan ingang ingave ingegaan ingezet
inging ingreep inhalen inheems inhoud inhuren initieel inkeping inkomen inkomhal inkopen inkopper inkt
inktfles inktpot inktrol inktstel inktvis inlaag inladen inlaut inlegger inleven inname innemen innen
inpakken inruilen insect insigne inspelen inspraak insteek instinct instort insuline intact intens
intentie interest interim intern internet intiem intocht intrede intro inval invaller invloed invoer
invullen inwendig inwoner inzage inzet inzicht inzien inzitten inzoomen iris ironie irritant isolatie
isoleren isotoop italiaan ivoor jaagpad jaar jaarclub jaardag jaargang jaarklas jaarnota jaarplan
jaarring jaartaak jaartal jabot jachthut jachtlak jacuzzi jammer jampot januari japanner japon jargon
jarig jassen jaszak jekker jersey jetski jeugd jeuk jochie jodelaar joggen jojo jong jongeman jongere
jongeren jongetje jongleur jongmens jonk joop jopper jota joule journaal judo judoka judoles juffie
juichen jukbeen jungle juniore jurist jurk jurylid jute jutezak jutter juut juweel juwelier kaaier
kaaiman kaak kaakbot kaal kaap kaars kaart kaas kaasbol kaaskop kaassaus kabaja kabel kabelgat kabelnet
kabinet kabouter kachel kadaster kade kader kaftan kajak kajuit kalebas kalender kalfskop kalfsoog
kaliber kalium kalk kalkoen kalm kalmeren kameel kameleon kamen kamer kameraad kamerjas kamerrok kamille
kammen kampdag kamper kamperen kampioen kanaal kanaat kaneel kanis kanjer kano kans kansel kansloos
kansspel kansteam kant kantelen kantiaan kantine kanton kantoor kapblok kapbord kapel kaper kapitaal
kapittel kapmeeuw kapok kapot kappa kappen kapper kapsel kapster kapstok kaptafel karaat karakter
karamel karaoke karate karavaan kardeel kariboe karos karper karpet karspoor karting kartouw karveel
karwei karwij kasplant kassa kassabon kassei kast kastanje kastoor kastrol kastslot katanker katapult
kater katern kation katoen katoog katrol katten katuil katvis kauwen kauwgom kauwgum kavel kazerne kebab
keel keelgat keelzak keep keeper keer keerlus keermuur keerring keervers kegel keihard keisteen keizer
keizerin kelder kelim kelner kenmerk kennen kenner kennis kenteken keper keramiek kerf kerk kerkdag
kerkdak kerkklok kerkpad kerkrat kerkuil kerkweg kerkzak kermis kern kerndoel kernkop kernnet kerntaak
kernteam kernvak kernzin kers kersen kerst kerstbal kerstdag kerstman kerstmis ketchup ketel ketelpak
keten ketting keuken keur keurig keuring keurling keurmerk keus keuzeset keuzevak kevel kever kielvlak
kies kiesman kietelen kieuw kievit kiezel kiezen kijken kikker kilo kilogram kilopak kilovolt kimono
kinband kiosk kippen kipper kitten kiwi klaar klacht kladblok klank klankgat klant klarinet klas klasbak
klasfoto klassiek klauw klaver klavier kleding kleed klei klein kleintje kleiweg klem klembus klemtoon
klep klepel kleren klerk kleum kleur kleurbad kleuren kleursel kleven klever kliek klif kliko klimaat
klimdag klimgeit klimhal klimmen klimmer klimnet klimop klimrek klimstok klimtouw klinisch klink klinker
klip klipgeit kloek klok klokhen klokje klokrok klokslot klokuur klomp klont kloof klooien kloon klop
klopper klos klucht kluif kluisgat kluit kluns klus klusdag klusman kluwen knaap knabbel knal knalgas
knaller knalpot knap knapper knapzak knar knecht kneep knel knelpunt kneuter knevel knie kniekap
kniesoor kniestuk knieval kniezer knijpen knik knikker knip kniples knippen knipslot knipster knobbel
knoeien knoest knoflook knoop knop knopdruk knopoor knorrig knot knots knuffel knul knuppel knus koala
kobold koddig koebeest koebel koeboer koebrug koehoorn koehoren koehuid koeien koek koekblik koekje koel
koelbak koelblok koeler koeling koelkast koelkop koeltas koelte koelvak koemarkt koepel koerier koers
koersbal koersdag koersval koest koestal koets koevoet koffer koffie koken koker kokkel kokkin kokos
koksmaat kolanoot kolenkit kolf kolgans kolom kolos kombuis komedie komeet komen komgrens komiek komma
kompaan kompas komst kondigen konijn koning koningin konvooi koog kooi kooiman kook kookboek kookhuis
kookles kookpan kookpot kookster kookvlak kookwas kookzak kool koolbak kooldruk koolpot koolstof koolvis
koolzak koop koopakte koopdag koopman koopsom koopster koor koord koorhek kopbaken kopbal kopblad
kopduel kopeke koper kopgroep kopie kopje kopklas kopklep koplaag koplamp koplicht koploper kopman
kopnagel koppel koppen kopper koppig kopregel kopsteen kopstem kopstuk koptekst kopzorg koraal kordaat
kordon korf korfbal korist kornak kornet kornuit korps korset korst kort korter korthaar korting kosmos
kossem koster kosthuis kostuum koter koto kotter koud kovel kozen kozijn kraag kraai kraaier kraak kraal
kraam kraan kraanarm kraanman kraanoog krab krabbel kracht krachtig kragge kraker kram kranig krans
krant krap krat krater krediet kreeft kreek krekel krent kribbe kriebel krijgen krijt krik krimpen kring
krip kristal kritiek kritisch kroeg kroes kroket krokodil krokus kromme kromming kroniek kroning kroon
kroos kroot kruid kruier kruik kruimel kruin kruip kruipgat kruiser kruisweg kruk krukas krul krullen
krulling kubist kubus kudde kuiken kuil kuip kuit kunde kunst kunstarm kunstbus kunsthal kunstig
kunstkoe kunstkop kunstoog kunsttak kunstvak kunstzin kushand kussen kust kustrif kustvak kustweg kwab
kwadrant kwak kwaken kwal kwant kwantum kwart kwartaal kwartel kwartet kwartier kwartuur kwast kweek
kweekbed kween kweker kwestie kwijt kwik kwint kwintet kwis laad laadbak laag laagte laan laarzen laatje
laatst labiel lach lachbui lachen lacher lachgas lacune ladder lader lading lager lagerbus lagune lakei
laken lakjas laklaag lama lambel lamel laminaat lamp lamsoor lamsvel lamswol lanceer lancet land
landbouw landdag landgoed landhuis landing landman landrat landrug landweg lang langarm langhaar
langhals langpoot langs langtand langtong langzaam lantaarn lappen laptop larf lariks larve lasagne
lasband lasbril lasdoos lasdop lasdraad laser laserpen laskap lasplaat lasrobot lassen lasser lasso last
lastarm laster laswerk latei later lava lavalamp lavendel lawaai lawine lazarus lector ledendag ledenman
ledenpas ledenpop leder leed leef leefnet leeg leegte leemte leer leerboek leerdoel leergang leerjaar
leerling leerplan leerrede leerstuk leertaak leervak leerweg leesbril leeskop leeslamp leesles leesmap
leespen leesstuk leest leestip leesuur leeuw legaal legaat legbuis legenda legende leggen legger legging
leghen legioen legkaart legkast legkip legplank legsel leguaan leiband leiboom leid leider leiding
leidraad leidsman leidster leisel lekbak lekdicht leken lekken lekker lekolie leksteen lekwater lelie
leliebol lemma lemmer lemmet lende lenen lener lengte lenig lening lens lensdop lenskop lente lepel
lepelaar lepelbak leraar lerares leren lering lesauto lesavond lesdag lesgeven lesgever lesgroep lesjaar
leskaart lesmap lesplan lessen lesstof lestaak lesthema lesuur letten letter leuk leukerd leun leuning
leus leuter level leven levende levendig lever leverbot levering leviet lezen lezenaar lezer lezing
libel liberaal libero libretto licentie lichaam licht lichtbad lichtbak lichtbol lichter lichtgas
lichthal lichtkap lichtman lichtnet lichtpen lichtval lidstaat lied liedboek liederen lief liefst lier
lieverd lift liftster liga ligbad ligbank ligbed ligbox ligdag ligfiets liggen ligger ligging lighal
ligstoel ligtaxi liguster ligweide lijm lijn lijst lijster likken liksteen likstok limerick limiet limo
limonade linde lindebos lineair liniaal linie link linker links linnen lint lintvis linze lippen
lipsslot lipvis lira lisdodde liter literair literpak lithium litho liturgie livrei lobby locatie loens
loep logboek logeren loggia logica login logisch logo lokaal lokaas loket lokfiets lokken lokker lollig
lomp lonen long lood loofbos loogzout looneis loop loopauto loopbaan loopdag loopeend loophek loopkat
loopoor looppad looppas looppop loopster loopvlak loos lopen lopend lord lorrie losbol losdag losgeld
loslaten losmaken lossen loting lotion lotus louter lover loyaal lucht luchtbad luchtbal luchtbed
luchtbel luchtbus luchtgat luchtig luchtnet luchtweg luchtzak lucifer luid luidklok luier luifel luiken
luikgat luipaard luister lukken lummel lunchuur lunet lupine luster luthers luwte luxe luxeauto lyceum
lynx maag maagsap maaier maaiveld maaksel maakster maal maaltand maan maand maandag maandsom maanfoto
maankop maanman maanring maanvis maart maat maatkan maatlat maatpak maatstok maatvis maatwerk macaroni
machine macht machtig madam madelief madonna maestro magazine magie magisch magister magneet mail majeur
major makaron makelaar maken maker makker makron maling mals malta mama mamma mammie mammoet mams
manager manche manco mand mandaat mandfles manege manen maner mangaan mangat mango mangrove mani
manicure manier manifest manilla maniok manjaar mans mansarde mansnaam mansoor mantel mantra manuur
maquette maraan marathon margay marge margriet marimba marionet maritiem markeren markies markt marktdag
markthal marmer marmot mars marsland marszeil mascotte masker massa massaal massage massief mast mastbos
match matchbal materie matig matrak matrices matroos mavo maximaal maximum mazzel mecenas medaille media
medicus medium meeging meelpap meerdere meerkamp meerkoet meerman meerpaal meerring meertouw meerval
meervoud meerwerk meester meet meetdag meetlat meetnet meetstok meeuw megawatt meiavond meiboom meidag
meidoren meier meifeest meiknol meiler meimaand meiregen meisje meiske meitak meiveld meivis mekka
melder melding melk melkauto melkbus melker melkfles melkgeit melkglas melkhuis melkkan melkkar melkkies
melkkoe melkman melkpak melkpap melkplas melkpot melksap melkstal melkster melkuur melkwei melodie
meloen membraan memobord memorie meneer menen menger menging mengtaal menhir menig menigte mening menora
mens mensheid mensuur mentaal mentor menu menublok merel mergel merk merkel merrie mespunt messing
messnee messteek mest mestplan metaal metafoor meteen meteoor meter meterbad metgezel methaan methode
meting metrage metro metroman metronet metrorit metrum metser meubel meubelen mezzo mica middag middel
midden middenas mier mieren migratie mihrab mikado mikken mild milieu militie miljard miljoen milt mimer
mimi mimosa minder mineraal mineur mini minima minimaal minister minnares minpunt minst minteken minus
minuut mioceen mirakel mirre misgaan misging miskleed misleest mispas mispel misschot missie misstand
mist mistel mistig miswas mixer modder modderig mode modefoto modehuis model modem modepop modevak
module modus moed moedig moedwil moeial moeizaam moerbei moesson moetje mogol mokka mokken molecuul
molen molenaar mollen mollig molrat molsgat molshoop molteken molton moment monarch mond mondbal monding
mondkap mondstuk monogram monotype montage monteren monteur monument mooi moois moor moorkop moot moppie
mops moreel morel mores morgen mortel mosplant mossel mosterd motel motie moto motor motorist motorjas
motorkap motorpak motorrit motten motto mouw mouwgat muesli muffin muil muis muisarm muiskat muisknop
muismat mummie munt munter munthuis muntstuk murmel musea museum musical musicus muskaat mustang mutant
mutatie muts muur muurvlak muze muziek muzikaal muzikant mythe naaf naam naambord naamdag naamval naar
naast nabob nacho nacht nachtbel nachtbus nachthok nachtnet nachtpit nachtrit nachtuil nadeel nadelig
nadenk nader nadering nadruk nagel nagelbak nagelbed najaar naleving namaak namiddag nanacht narcis
natie natrium natuur nautilus nauw navel nazaat nazorg nederig neef neer negatief negen negende negentig
neiging nekhaar nekschot nekstuk nemen nepagent neppil nerts nest nestbak nestblok nestel nestor netel
netheid netjes netkaart netmaag netwerk neus neusaap neusgat neusring neusrug neutraal nevel nicht
niemand nier nierstuk nieter nietig nieuw nieuwtje nikkel nimbus nimf nippel nipt niveau nodig noedels
noemen noemer noenzaal noir nokkenas nonius nonkel noodkap noodklok noodknop noodnet noodplan noodstop
noodweer nooit noot nootje noria normaal nota notaris notatie notelaar notenbar notie notitie notulist
nougat november novice nozem nuance nuchter nucleair nucleus nuffig nuloptie nulpunt numero nummer
nuttig nylon oase ober object obool obsessie ocarina oceaan ochtend octaaf octet octrooi odeur oefen
oefenaar oefenbak oefenbal oefendag oefenen oefening oehoe oerbeeld oerlaag oertaal oervorm oerwoud
oester oeuvre offer offerbus officie officier ogen ogenblik oker okra oksel oktober oleander olie
oliebad oliebol oliebron oliedruk oliefles oliejas oliekan oliekop olielek olieman oliepak oliepeil
oliepit olieput olieverf olievlek olifant olijf omafiets omarmen ombouw omdoen omelet omgaan omgang
omgeven omgeving omging omhelzen omhoog omhulsel omkeren omkleden omlaag omleggen omnibus ompraten omrit
omroep omroeper omsloten omtrek omvang omvatten omweg omzeilen omzet onaardig onager onbekend onbewust
onbruik onder onderbed onderrok onderweg ondiep oneindig ongeacht ongedaan ongehuwd ongeldig ongemak
ongepast ongewoon ongezien ongezond onhandig onjuist onklaar onkosten onkruid onland onmacht onnodig
onrecht onrust onrustig ontbijt ontdoen ontkomen ontlopen ontnemen ontstaan ontwaken ontwerp onveilig
onweer onwettig onyx onzeker oogappel oogbad oogbal oogbol oogdop ooghaar ooghoek oogkas oogklep
oogkleur ooglap ooglaser ooglens oogmerk oogpunt oogrand oogring oogrok oogst oogstdag oogster oogtand
oogtest oogvlek oogvocht oogwater ooievaar oorbel oord oordeel oordop oordopje oorklep oorknop oorkonde
oorring oorworm oorzaak oosten oosters oostkust opaal opbellen opbergen opblazen opbouw opdeling opdoen
opdracht opduiken opeisen opendoen openen opener openging openheid opening opera operarol opereren
operette opeten opgang opgave opgedaan opgeld opgeven opgewekt opging opgraven ophalen ophangen ophouden
opinie opkikker opkomen opladen oplader oplage opleggen opletten opleving oploopje oplopen opmaken
opmars opmerken opmerker opname opnemen opnemer oppakken oppas oppasser opper oppikken oprapen oprecht
oprit oproep opruimen oprukken opsporen opstaan opstal opstand opsteken opstel opsturen opticien optie
optillen optimaal optimum optisch optocht optreden optree opvang opvatten opvoed opvoeder opvoeren
opvolgen opvolger opwarmen opwekken opzeggen opzet opzicht opzien opziener oranje oratie orchidee orde
ordenen ordening ordi ordner oreade oregano orgaan organist orgel orgelman origine orka orkest ornament
orthodox otter ouden ouder oudheid oudje oudste oudtante ouwel ovaal ovatie oven overal overall overgang
overging overheid overhemd overhing overig overlast overleg overmouw overname overstap overste overtoom
oxer oxidatie oxide paal paaltje paan paar paard paasmaal paatje pabo paddel padden paella pagina pakbon
pakezel pakhuis pakkamer pakkans pakken pakker pakket pakking pakpaard pakster paktafel pakwerk pakzadel
paleis palet paling paljas pallet palm palmares palts pamflet pampa panama pancake pand panda panding
paneel panel panna panne panorama panter pantry pantser panty panvis papa papadag papaja papbuik
papegaai papfles papier paplepel pappa pappie pappot paprika papyrus papzak paraaf paraat parabel parade
paradox parallel paraplu parasol parcours pardon parel parfait parfum paring park parka parkbos parkeer
parket parkiet parkweg parodie part partij partner pasar pasfoto pashok pasja paskaart paskamer pasmodel
pasmunt paso paspen paspoort paspop pasrand passage passant passen passer passie passief passtuk passus
pasta pastei pastel pastille pasvorm paswerk paswoord patent pater patio patrijs patriot pauw pauzeren
pavane peda pedaal pedagoog pedant peddel pedel pedicure peer pees pegel peil peiler peilstok pelgrim
pelikaan pels peluw pendel pendule pengat penner penning penseel pensioen pension penter peper peperbus
peppel peptide perceel perfect periode perk perkje perron pers persbuis persdag persfoto persgas persman
persmap persoon perswee perzik petfles petgat petitie peul peultje peuter pianist piano pianobar
pianoles pianoman pias piccolo picknick piek piekdag piekeren piekuur piep pieper piepzak pigment pijl
pijp pilaar piloot pils pilsje pimpel pinas pincet pincode pinda pindaman pingel pinkring pinpas pioen
pionier pipet piramide pitloos pittig pitvis pixel pizza pizzeria plaag plaat plafond plagen plaid plak
plaket plakken plamuur plan planbord plandeel planeet planeten plank plankgas plankton planning plano
plant plantage plantbed planter plantgat plantje planton plantput plantvak plas plasma plassen plastic
plat plateau platkop platvis platworm plechtig pleidooi plein pleiner pleintje pleister pleit plek
plezier plicht plint plioceen ploeg ploegje plof plomp plons plooi pluim pluk plukker plunje plunjer
plus podium poedel poeder poeier poelier poen poes poespas poets poetser poffer poging pointe pointer
polaroid polder poliep polka pollak pollepel poller polo polsen polsstok polymeer polynoom pomp pompbak
pompoen pompon pompstok poncho pond pons pont ponton pony poolhond poolvos poolwind poolzee poort poos
poot pootgat pootvis popalbum popband popcorn popel popelen popgroep poppen popplaat popster populair
populier portaal portal portie portiek portier porto portret portuur poseren positie positief post
postauto postbak postbox postbus postduif poster postille postkar postman postpak poststuk postuum
postuur postvak postweg postzak potbloem potentie pothelm pothoed pothuis potkluit potlood potmeter
potplant potspel potstal potten potvis poule pracht prachtig prairie praten prauw precisie predator
preek prefect prei prelude premie premier prent preses pret pretnet pretpark prettig prijs prikken prima
primaat primair primer primeur primus principe prins prinses print printje priori prisma probleem
procent proces product proef proefdag proefles proefrit proefvak proeven prof profclub profiel profteam
project prol proleet promo promoten promotie promotor pronken pronker prooivis proosten prop proper
provider proza pruik pruim publiek pudding puim puin puinbak puinbed puinweg pull puls pummel pump
punaise punchkom punt puntbron puntdak punter puntig puntstuk punttang puntzak pupil puree purser
putbaas putemmer putoptie putrand putten putter putwater puur pyjama pylon quiche quiz quota raad
raadsel raadslid raadsman raaf raak raakvlak raam raampen raat racket radar raden radicaal radijs radio
radiohut radioman radionet radiotak radius rafel rafeling raga ragebol raglan raming rammel rammen rand
randmeer randweg randzee rang rangorde ransuil rapgroep rapier rapport rapsodie rasp raspaard raster
rasuur ratel ratio ratuur ravijn razzia reactie reactor reageer realisme recensie recept receptie
receptor recessie recht rechts reclame record rector redactie redden redder redding rederij redplank
redster reductie reebok reeks reflex reform refrein refter regatta regel regelgen regeling regelval
regen regenarm regenbak regenbui regendag regenjas regenkap regenpak regenput regent regentes regenton
regenval regeren regering reggae regie regio regiodag regionen register regulier reiger reiken reinigen
reis reisboek reisbus reisdag reispas reisplan reissom reistas reiszak reiziger rekel reken rekening
rekenlat rekenles rekken rekker relatie relatief relax relevant relikwie reling remedie reminder remise
remixen remlicht remmen remmer remolie remproef remspoor remstof remweg remwerk renbaan rendabel rendier
renet rennen renner renpaard renstal renster rent rentedag rentree replica repro reptiel requiem reseda
resem reserve respect respons rest restant restgas retabel retina retort retour reuk reukzin reus reuzin
revisie revival revue riant ribbel ribben ribbroek ribes ribstuk richel richt richter richting ridder
riedel riek riem riet riff rijbaan rijden rijk rijp rijst rijtje riks rillen rimboe rimpel ring ringbus
ringel ringmap ringnet ringweg rinkel rinkelen riool rioolnet risico riskant riskeren rist ritme rits
ritser ritten ritueel rivaal rivier riyal robijn robot robotarm robuust rockfan roddel rodekool rodeo
roebel roede roedel roeibank roeiboot roeien roeier roeipen roem roemer roepen roeper roepie roeping
roer roerder roerpen roerstel roerstok roes roest roet roffel rogge roggemik rokjas rokzak rolaap
rolbaan rolder roldeur rolfilm rolkei rolkraag rollaag rollade rollager rollen rolling rolluik rolmaat
rolmodel rolmops rolpaal rolpaard rolroer rolsteen rolstoel rolstok roltafel rolzoom romaans romance
romer rommel romp romper rond rondeel rondging rondje rondkom rondkop rondo rondreis rondrit rondvis
rondweg rood roodkop roodtint roodvos rooier rooilat rook rookgas rookgat rookstel roomstel roos roosje
rooster rosmolen rotan rotonde rots rotsblok rotsmoes rotspad roulette route routenet routine rozelaar
rozet rozijn rubber rubriek ruche rugby ruggetje rugkant rugpand rugsteun rugstuk rugtas rugtitel rugvin
rugzak ruif ruig ruigte ruiken ruiker ruil ruiler ruilvoet ruim ruimer ruimte ruin ruit ruiter ruling
rumba rumboon rund runderen rust rustbed rustdag rustig rustplek rustuur saai sabel safari saffier saga
sage sago salade salami salaris saldo salie saline salon salsa salvo samba sambal samen samoem sampan
sandaal sandwich sanering sant sappig satire sauna saus sauskom sauspan savanne saxhoorn saxofoon scala
scan scenario schaak schaal schaap schaar schacht schaden schaduw schaffen schakel schaker schans schap
schaper scharrel schat schattig schavot scheef scheer scheg schei schelvis schema schenk schenker schep
schepnet schepper scherf scherm schermer scherpte schets scheur scheut schicht schikken schil schilder
schiller schim schimmel schip schipper schisma schoen schoener schoep schok schokker schol scholing
schommel schooier school schoon schoot schors schort schotel schouder schout schouw schrift schrik
schroef schroot schubben schuier schuif schuim schuinte schuit schuiven schuur scooter score scoren
script secans seconde sectie sector sedan seder sediment sedum segment sein seiner seizoen selderij
selectie semester senaat senator senior sensatie sensor seraf sereen serenade serie serieus sering serum
serval serviet sesam sessie sfeer sfinx shampoo shawl sherpa shirt shogun sifon sigaar sigma signaal
signet sikkel sileen silicium silicone silo simpel singel sintel sinus sirene sisklank sisser sitar site
situatie sjaal sjalot sjerp sjoel sjouwen skald skelter skibox skibus skiff skihal skilift skipak skipas
skylab slaag slaap slaapbol slaaphut slaapje slaapkop slaapzak slab slagader slagbal slager slagman
slagnet slagpen slagpin slagroom slagtand slagwerk slagzin slak slakom slakrop slalom slang slank slap
slapen slaperig slapie slede slee sleep sleepnet sleepoog sleepzak slenk slenter sleper sleuf sleur
sleutel slib sliert slijm slijpen slik slikfoto slim slinger slipper slobkous sloep slof slogan slok
sloot slordig slot slotact slotbel slotdag slotrit slotsom slotstuk slotvers slotzin sluier sluipen
sluit sluiter sluiting slungel slurf smaak smaakzin smal small smeden smeder smelting smeren smid smidse
smoes smurf snaar snack snavel sneb snee sneeuw snel snelbus snelheid sneltest sneltram snelweg sneu
snik snikkel snip snippel snit snob snoeiing snoek snoep snoeper snoepje snoeppot snoepzak snoeren snoes
snoet snor snorkel snot snugger snuit snuiter snuiven snurker sociaal soep soepel soepkip soepkom
soepkop soes sofa softie soja sojaboon sokkel solex solist solitair sollen solo soloklas solostuk somber
soms sonant sonde sonnet soort soos sopraan sorbet soutien souvenir sovjet spaak spaander spaarbon
spaarpot spaarzin spannen spannend spanning spant spatel spatie specht speciaal specimen spectrum
speeksel speel speelbal speelbos speelhal speelhol speelman speelpop speeltje speeluur speelwei spek
spekzak spel speldag spelen speler speller spelles spelling speltak spichtig spiegel spieker spieren
spijker spikkel spil spin spinel spinet spinhuis spinner spinster spinstok spintol spionkop spiraal
spirea spits spitsuur spleet splitrok splitsen spoedig spoel spoelbak spoeler spoelkom sponde spons
spontaan spoor spoorbus spoorman spoornet spoorweg sport sportbad sportdag sporter sportfan sporthal
sportief sportles sportman sportnet sportpak sportpas sporttak sporttas sportvis sportzak spot spouwer
spraak sprank spreeuw sprei spreid spreker sprenkel spreuk spriet springer sprint sprinter sproet sprong
sprookje spruit spul spurt staaf staak staal staander staar staart stabiel stad stadhuis stadion stadium
stadsbos stadsbus stadshal stadsmus stadsnet stadspas stadsrit stagedag stagiair staking stal stalken
stalles stalnet stam stamboek stamboom stamhuis stamppot stamslot stamtaal stand standvis stang stanza
stap stapel stapper star start startdag starthek startuur startvak status statuut stayer steden stee
steeds steekbal steekkar steekpan steen steenweg steevast stegel steiger steil steilte stek steken
stekker stellage stelling stelsel stem stembus stemdag stemknop stemmer stempas stempel stencil stengel
step ster stereo sterk sterkte stermol stern sterrit sterrol steun steur stevig sticht stichter sticker
stiekem stier stift stijf stil stilte stilton stippen stipt stoel stoep stoeppad stoer stoet stof
stofbril stoffer stofjas stofkam stofkap stofzak stok stoker stokvis stol stola stolp stolsel stoofpot
stoom stoombad stoompan stoor stootbal stootkar stootzak stop stopbus stopfles stoplap stoppen stopper
stopster stopstuk storm stormpas stort stortbad stortbak stortkar stortput stortzee stout straal straat
straatje strak straks straling strang strateeg streek streep strekel strekken streng streven strikt
strodak strofe strohut stroming stronk strook stroom stroop struik struis struweel studeer student
studie studio stuip stuit stuiver stuk stukging sturing stuurhut stuurman stuurpen stuurtas stuw stuwdam
stuwer stuwing stuwmeer stylo subgroep subsidie subtop sufferd suffix suiker suite sulky sultan superdag
surfpak surplus sushi sushibar symbiose symbool symfonie symptoom synaps synode synoniem syntaxis
synthese systeem taai taak taakklas taakuur taal taalbad taalcode taalles taalman taalrol taaltaak
taaltip taart taartpan tabak tabberd tabel tablet taboe tachtig tackel taco tactiek tactisch tafel
tafelbel tafereel taille takel takken taks talent talie taling talkshow talon talud tamtam tand tandarts
tandem tango tankauto tankbon tanker tankpas tankput tankstop tanktas tante tapijt tapir tapkast tapper
taps tarief tarok tarpan tarwe tassen tast taster tasveld tatoeage taverne taxeren taxi taxibus taximan
taxirit taxon taxus team techniek techno teder teelt teen teenstuk teer tegel tegoed teil teken tekenaap
tekenaar tekening tekenles tekenpen tekenset tekenvel tekort tekst tekstbox tekstvak telboek telco
teldatum telefoon telegram telepaat teler telfout telg telgang telkaart tellen telling teloor telpas
telraam telwerk telwoord temmen temmer tempo tendens tengel tenger tennis tenor tenorsax tent tentdak
tentstok terecht term terminal terminus terp terrein terrine terts terugkom terugval terugweg terzet
test testauto testdag testlab testplan testpop testrit testset testteam teugel teut teveel tevreden
textiel textuur theater thee theebus theehuis theekop theepot thema themadag theorie thermen thriller
thuis thuja tichel ticket tien tiende tiener tienkamp tienman tiental tienvoud tijd tijger tijm tikfout
tikken tikker tiksel tikwerk tillen tillift timbre timer timing timmer tint tipi tippen tips tiptoets
tiramisu tissue titel titelrol titulair tjalk toast tobbe tocht tochtgat toean toedoen toegang toegeven
toekan toekomen toekomst toelaat toelage toename toendra toenemen toer toerbus toerisme toerist toernooi
toestaan toestand toestel toets toetsing toeval toezicht toezien toffee toffel toga toko tolbaas tolboom
tolbrug tolerant tolhuis tolk tolmuur tolpoort tolweg tomaat tompouce tomtom toneel tonen toner tong
tongetje tongval tonic tonnen tonner tonster tonsuur toogdag toom toonaard toonbank toonder toontaal
toorts topaas topas topband topchef topclub topdag topduel topfilm topgroep tophoek topjaar topkok
toplaag toplicht topmaand topman topmerk topmodel toponiem toppen topper topploeg toppunt topscore
topsport topsteen topstuk topteam topteken topweek topwerk topzeil toren tori toros torsie torso tosti
totaal totem toto touche toupet tourbus tournee tourrit touw touwer tovenaar toverbal toveren toverfee
traag trachten track tractie tractor traditie trailer trainer training traite traject traktaat tralie
tramweg trance transen transit trapauto trapgat traphal trappen trapper travee trede treden tree treeft
treem trefdag treffer trein treinpad treinrit trek trekarm trekbal trekbel trekbus trekdag trekkar
trekker trekking trekklep treknet trekoog trekos trekpad trekpen trekpot trekslot trekster trektang
trektouw trekvis trekweg trekzak trema trend triade triangel trias triatlon tribune tricot trien trillen
triller trilogie trio triode triomf triool triootje tripel triton trits troef troela trofee troffel trol
trombone trommel trompet tronk troon troost tropisch tros trots trucfoto truffel trui tsaar tsarina
tsunami tuba tube tuftuf tuigage tuighuis tuil tuin tuinbed tuinbouw tuindag tuindorp tuinhek tuinkas
tuinman tuinpad tuinpark tuinplan tuinset tuiser tuktuk tulband tulp tunica tuniek tunnel turban turbine
turbo tureluur turf turfhok turner tussen tuut twaalf twaalfde tweed tweedjas tweeling tweetakt tweetal
tweevoud twen twijfel twijg twintig twist type typen typering typisch uiensap uier uilenoog uitbouw
uitbraak uitdager uiteinde uiten uiterst uitgaan uitgang uitgave uitgever uitging uithoek uiting uitje
uitkomst uitleg uitloper uitschot uitstap uitstek uitstel uitstoot uitval uitvoer uitzicht uiver ukelele
ulster umlaut unaniem unicum unie uniek uniform uranium urenlang urgent urgentie usance uurglas uurwerk
vaag vaak vaandel vaardig vaargeul vaars vaart vaartuig vaas vaatwas vacature vacht vadem vaderrol
vakantie vakbeurs vakblad vakboek vakbond vakgroep vakje vakken vakman vaktaal vakteam vakterm vakwerk
vakwoord valappel valblok valbrug valdeur valhek valhelm valhoek valide valies valk valklep valkuil
vallei vallen vallicht valnet valpoort valslot valuta valwet vanavond vandaag vangbal vangen vanger
vanghek vangnet vangtouw vanille vannacht varaan varen variabel variant variatie varken vast vastgoed
vaten vatten veder vederbos veearts veeg veekraal veelheid veelvlak veelvoud veem veen veenmol veer
veerhuis veerman veerring veerslot veertien veertig veerweg veeteelt vegen veger veilig veiling veld
veldbed velddag veldfles veldloop veldmuis veldrat veldrit veldteam veldweg velen vellen vennoot venster
venter ventster ventweg veranda verander verbaal verbaasd verband verbazen verbena verbind verbod
verbond verbreek verbruik verdedig verdeel verdeeld verder verdoen verdoven verduren vereisen vereiste
verering verf verfbad verfblik verfpot verfrest verfrol vergaan vergaren vergeten vergroot verguld
verhaal verhard verheug verheugd verheven verhoog verhuis verhuur vering verkeer verkoop verkoper
verkort verlagen verleden verleid verlenen verlener verlicht verlof verloop vermaak vermogen verrast
vers verschil versie versmaat verstaan verstand verstek versteld verstopt versvoet versvorm vertaal
vertaler verte verteren vertonen vertrek vervagen vervelen verving vervoer vervolg verwacht verward
verweven verwezen verzet verzoek verzorgd verzot vesper vest vestigen vesting vestzak vetblad vetbol
vete veter veteraan vetgans vetkaars vetklep vetleer vetoog vetplant vetpot vetrand vetrol vetstof
vetten vetvlek vetwei vetzuur veulen vezel viaduct video vier vierdag vierde vierhoek viering vierkamp
vierkant viertal viervlak viervoet viervoud vieux vignet vijf vijg vijver vijzel vilder villa vilt
vinden vinder vinding vindster ving vinger vink vinkje vinyl violist viool vioolles viooltje virtueel
visafoon visakte visarend visavond visbak visbank visben visblaas visboer visboot visclub visdag
visdraad visfilet visgat visgids vishaak vishal vishoek visie visioen visite viskar viskom viskoper
vislepel vismaat visman vismarkt visnet visolie visotter vispas visplaat visplan visplek visrecht
visreis visrest vissaus vissen visser vissoep vissoort visstand visstick vistas vistocht viswater
viszaak vitamine vitrage vizier vlaag vlaai vlak vlakte vlecht vlees vleesbal vleesdag vleeshal vleeskoe
vleespot vleet vlek vlerk vleugel vliegen vliem vlier vlies vlijtig vlinder vloed vloeien vloeiend vloer
vloermat vloerpas vlog vlok vlonder vlooien vloot vlot vlotter vmbo vocht vochtig voed voeder voeding
voedsel voedzaam voeg voeger voelen voeler voer voerbak voerboot voerder voergang voerhek voering
voerman voerplek voertaal voertuig voet voetbad voetbal voetbed voetje voetnoot voetpad voetstap
voetstuk voetval voetweg voetzak vogel vogelhut vogelkop voile voldaan volder voldoen volg volgauto
volger volgorde volgzaam volk volkeren volkomen volkswil volle volledig volley volmaakt volmolen
volstaan volt voltooid volume volute volzin vondel vondst vonk voorarm voorband voorbank voorbij
voorbuur voordeel voordeur voorfilm voorging voorhal voorhing voorhuis voorjaar voorkant voorkeur
voorland voormaag voorman voormuur voorn voornaam voorpand voorplan voorpoot voorraad voorraam voorrang
voorrede voorruit voorst voorstel voorstuk voortaan voortand voortent voortuin vooruit voorvak voorval
voorvlak voorvoet voorvork voorwand voorwas voorwerp voorwiel voorworp voorzaal voorzeil voorzoon
voorzorg vorig vork vorm vormbak vormeis vormer vorming vorser vorst vorstdag vorstin vosaap vospaard
vouw vouwing vraag vraagzin vracht vrede vredig vreemd vrees vrek vreugde vriend vriendin vriezer vrij
vrijdag vrijheid vrind vroeg vroeger vrolijk vulkaan vullen vuller vulling vulpen vulpunt vulsel vulstem
vulstof vulstuk waadpak waagstuk waaier waakhond waakzaam waard waardig waardoor waarheid waarom waas
wacht wachtdag wachten wachter wachthok wachtzin wade wadi wadjan wadplaat wafel wajang wake waken
wakker walbaas walhalla walhoofd walkant wallaby wallen walm walmuur walnoot walnoten walrus walvis wand
wandel wang wangzak wanneer wanner waranda warbak warhoop waring warm warmer warmte warnest warnet
warong warrig wartel wasbaas wasbak wasbank wasbeer wasbeurt wasbloem wasboom wasbord wasdag wasdoek
wasdraad wasem washand washok washuis waskaars wasketel waskom waslap waslicht wasmand wasmerk wasmodel
wasmolen wasmot waspit wasrek wasrol wassalon wassen wasser wassoort wasspeld wasstel wasstift wastafel
wastrog waswater waszak water waterbad waterbak waterbed waterbel waterbus waterdag watergas waterhol
waterkan waterkom waterlek waternet waterpas waterpot waterput waterrat waterton waterval waterweg
waterzak watje watten webadres webcam weber webradio website weckfles wedden wedkamp wedloper wedren
weefsel weeg weekbak weekblad weekdag weekeind weekend weekmenu weekpas weektaak weelde weergave
weerhaak weerhaan weerman weersite weertype weerwil weerzien weerzin weetje wegcode wegdeel wegdoen
wegel wegennet weger weggaan weggeven weghalen weghelft wegkant wegkomen weglopen wegloper wegnemen
wegrit wegvak weide weiman weinig weit weitas wekken wekker weldaad welgat welig welkom welp welpomp
welput welving wenden wending wenen wener wennen wens wensput wereld weren werk werkarm werkbak werkbalk
werkbon werkdag werkdruk werker werkhok werking werkles werkman werkmap werkpak werkplan werkplek
werkput werkset werkster werkstuk werktaal werkuur werkvak werkvlak werkweek werkzaam werper wervel
werven werver wesp westers westkust weten wetten wever wezel wicht wicket wiebel wieder wieg wieken wiel
wielkast wielstel wier wierde wigwam wijd wijk wijn wijs wijting wijzen wijzer wikkel wild wilg willoos
wimpel wimper wind windas windel windgat winding windspil windzak winkans winkel winket winnaar winnares
winnen winput winst winstrol winstval winter winters wipbrug wipkip wippen wipper wipstoel wisdoek
wisent wiskunde wissel wissen wisser witkar witkop witlof witvis woelig woensdag woest wokkel wolaap
wolf wolfsvel wolk wolven wombat wonen woning woon woonark woonblok woonboot woonhuis woonplan woonplek
woonst woonunit woord worm worp worst wortel woud woudaap wrak wrakstuk wreken wroeging wulp wurm yoga
yoghurt yuan yucca zaad zaag zaagdak zaagvis zaaien zaaier zaaizaad zaak zaal zacht zadel zadeldak
zadelpen zadelrug zadeltas zager zakband zakcent zakdoek zakenman zakgeld zakje zakkam zakken zakking
zaklamp zakwater zalf zalm zalving zand zandauto zandbad zandbak zandbed zandgat zandkop zandman zandpad
zandput zandrug zandweg zandzak zandzee zang zanger zangeres zaterdag zeboe zebra zebrapad zeebad zeedag
zeegat zeekat zeekoe zeeleeuw zeeman zeenatie zeep zeepbel zeester zeestuk zeevis zeeweg zefier zege
zegelwas zeggen zegger zegster zeil zeilboot zeildag zeilles zeilpak zeilster zeilteam zeis zeldzaam
zelfkant zelftest zemel zenden zender zending zenduur zenit zesde zeshoek zeskamp zeskant zestal zestig
zesvlak zetbok zetel zetsel zetten zeug zeven zevende zeventig zicht ziener zifter zilt zilver zindeel
zingen zink zinker zinking zinnen zinnia zinsdeel zinstype zinvol zitbad zitdag zithoek zitje zitten
zitter zitting zitzak zode zoekbox zoeken zoeker zoekster zoekvak zoemer zoener zoet zoetstof zolder
zomer zomerbed zomerdag zomerjas zomerpak zomeruur zomervis zondag zonering zonhoed zonlicht zonnen
zonnig zoogdier zooi zool zorg zorgpad zorgpas zorgplan zorgtaak zorgteam zorgvorm zotheid zout zoutbad
zoutbak zoutmeer zoutpan zoutpot zoutzak zucht zuidkust zuidpool zuiger zuil zuinig zuivel zuiver zuster
zuur zuurbad zuurbal zuurkool zuurrest zuurstof zuurstok zuurzak zwaai zwaaien zwaaigat zwaaikom zwaar
zwad zwakheid zwakte zwaluw zwam zwans zwavel zweet zwelling zwem zwembad zwemmeer zwemmen zwemmer
zwempak zwemster zwemuur zwerven zweven zwijgen zwoel zwoerd
`
  .trim()
  .split(/\s+/);
