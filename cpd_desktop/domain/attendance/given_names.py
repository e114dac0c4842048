"""Given names that stand for one another: short forms, and the same name in other languages.

Facts gathered from common use. They only ever propose: Bob may be Robert, and may be not.
"""

from __future__ import annotations

from collections import defaultdict

# Between semicolons stands one name in all its forms; a form may stand in several.
_FORMS = """
abigail abby abbie gail; abraham abe bram abram; adalbert bela; adelaide adele heidi addie della;
agnes agnieszka aga inez ines; albert al bert bertie alberto albrecht; alejandro ale alex jandro;
alexander alex alec sandy sascha sasha alejandro alessandro aleksander aleksandr alexandre
alexandros oleksandr xander lex olek sandro iskander; alexandra alex alexa sandra sasha alessandra
alejandra aleksandra oleksandra ola lexi sandrine; alfred alf fred alfredo freddie; alice alicia ali
alicja; alison ali allison; amanda mandy manda; andreas andi andre andrea anders andres; andrew andy
drew andre andres andrea andrzej andrei andriy andrey andreas anders antero ondrej andras; angela
angie angelika angelica angel aniela; ann anna anne anni annie anya anja ania asia hanna hannah nan
nancy ana anka anita annette anouk; antonio toni tonio antonino nino antoni antoine anton; anthony
tony antoni anton antonio antoine toni antonis; antonia toni tonia antonina; arthur art artie arturo
artur; augustine gus august agustin augustyn; barbara barb babs barbie basia barbora varvara;
bartholomew bart bartek bartosz bartolome bartlomiej; beatrice bea trixie beatriz beatrix; benedict
ben benedikt benedetto benito; benjamin ben benny benji benjamim; bernard bernie bernhard bernardo;
bridget biddy bridie brigitte brigitta brigida birgit; caroline carol carrie caro karolina carolina
karoline lina carolyn; catherine cathy cath kate kathy katie kat kit katherine kathryn katharina
katarzyna kasia katerina ekaterina katya caterina catalina catarina karin karen kasha kathrin katrin
kathi trina cathrine kateryna; cecilia cecily cecile cilla celia sheila; charles charlie chuck carl
karl carlos carlo karel karol chas chaz charly; charlotte lottie charlie lotte carlota carlotta;
christian chris krystian cristian kristian; christina chris tina christine chrissy kristina cristina
krystyna kirsten kristin kristine christa krysia; christopher chris kit topher kris cristobal
krzysztof cristoforo christophe christoph krzys stoffel; claudia claudine klaudia; clara klara
claire clare chiara; clement clem klemens clemente; constance connie constanze konstancja costanza;
constantine kostas konstantin konstantinos costas dinos costantino; cornelius corrie cor kees neil
cornel; cynthia cindy; daniel dan danny dani daniil danilo; daniela dani danielle daniele daniella;
david dave davey davi dawid davide; deborah deb debbie debora debra; dennis denny den denis
dionisio; dimitri dima dmitry dmitri dmitriy dmytro dimitris dimitrios mitya demetrio; dolores lola;
dominic dom nick dominik dominique domingo domenico; donald don donny; dorothy dot dottie dolly dora
dorothea dorota dorothee thea; douglas doug; edward ed eddie ted teddy ned edek eduardo eduard
edoardo edouard edvard; eleanor ellie nell nora elinor leonor eleonora eleonore nelly leonora;
elizabeth liz beth betty lizzie eliza lisa elsa elise elisabeth ela elzbieta isabel bess libby
lisbeth bettina liesl sissi elisabetta elisabet yelizaveta alzbeta erzsebet elli lilibet elspeth;
emily em emmy emilia emilie emila millie; emmanuel manny manuel manu emanuele manolis emanuel;
enrique quique kike henry; ernest ernie ernst ernesto; esther essie hester ester; eugene gene
eugenio evgeny yevgeny eugen eugeniusz evgeni zhenya yevhen; eugenia zhenya evgenia eugenie genia;
eva eve evi ewa evita yeva ava; evelyn eve evie evelin evelina; ferdinand ferdi nando fernando
fernand; filip phil filippo philip; florence flo flora florencia; francesca fran franca cesca
francisca frances fanny francoise franziska franzi franciszka paquita; francis frank fran francisco
paco pancho franz francesco franco franciszek frans ferenc cisco francois kiko curro chico;
frederick fred freddy rick fritz friedrich federico frederik fryderyk fredrik frederic fede; gabriel
gabe gabi gabriele gavril; gabriela gabi gaby gabriella gabriele gabrielle; gareth gary gaz;
geoffrey geoff jeff jeffrey gottfried godfrey; george georgie jorge giorgio georg georges jerzy yuri
jurek joerg jorg juergen jurgen georgios giorgos yorgos jiri goran juri yuriy heorhiy georgi;
georgina georgie gina georgia; gerald gerry jerry geraldo gerhard gerd gert gerardo gerard; gertrude
trudy gerti gertrud; gilbert gil bert gilberto; gregory greg gregor grzegorz grigori gregorio
grigoriy grzes hryhoriy; guillermo memo guille; hannah hanna hana johanna; hans johannes johann jan
john hannes jens; harold harry hal harald; harriet hattie harri; helen nell ellen elena helena
helene eleni ela lena olena yelena hela ilona jelena; henry harry hank hal henri heinrich enrique
enrico henryk hendrik heinz henk heiner heiko hendrick rik; herbert herb bert bertie heriberto;
howard howie; hubert bert hugh; ignatius nacho ignacio ignacy iggy inaki ignazio; igor ihor; ilya
elijah eli elias ilias illia; irene irena irina ira iryna renie eirini; isaac ike zak izaak; isabel
bella izzy isabella belle isabelle bel izabela iza ysabel; ivan vanya ivo john; jacob jake jakob
jakub kuba jacobo jacopo yakov jacques cobus koos; jacqueline jackie jacqui; james jim jimmy jamie
jaime jacques diego santiago tiago giacomo jakub iago jem seamus; jan janek john janusz; jane jenny
janie janet jana johanna joan jean giovanna juana joanna asia joana jeanne janina; janet jan
janette; jennifer jen jenny jenni jenn; jeremy jerry jem jeremiah jeremias; jessica jess jessie
jessika; jesus chuy chucho; joachim jochen achim joaquin jochem akim joakim; joan joanie jo johanna
joanna giovanna; joanne jo joanna joann; john jack johnny jon jonathan ian sean jan ivan johann hans
juan giovanni jean joao janos yannis ioannis giannis evan shaun ivano gianni nino hannes ioan jovan
yahya honza; jonathan jon jonny john nathan; jose pepe chepe joseph ze; joseph joe joey jose pepe
giuseppe josef jozef beppe sepp yosef osip yusuf jo josip joze joschi pino; josephine jo josie
josefa josefine jozefina pepa fifi giuseppina josefina; joshua josh; judith judy jude judit judyta;
julia julie jules juliette giulia yulia jill julka iulia; julian jules julien giuliano juliano
julius julio; karen karin caren; kenneth ken kenny; kimberly kim kimberley; konrad conrad kurt
corrado; kristin kris kirsten kristen; ladislav laszlo vladislav wladyslaw lacko; laurence larry
lars laurie lorenzo lorenz laurent lawrence lorcan laurens vavrinec wawrzyniec; laura laurie lori
lora laurel; leonard leo len lenny leonardo lennart leon; leonid leo lenya; leopold leo poldi;
leslie les lesley; lewis lew louis; lillian lily lil lili liliana lilian; louis lou louie luis luigi
ludwig luiz ludvik ludwik lajos lew lodewijk; louise lou luise luisa louisa; lucas luke luca lukas
lukasz luc; lucy lucia lu luciana lucie lucja luzie; ludmila mila luda lyudmila; madeline maddie
maddy magdalena madeleine lena magda maddalena magdalene; magdalena magda lena madzia maggie leni;
malcolm mal; manfred fred manni; marcus mark marc marco marek markus marcos mario; margaret maggie
meg peggy margarita greta gretchen marge margot rita daisy margarete marguerite malgorzata gosia
margit grete margherita mag madge gretel margaretha margriet marketa; maria marie mary mia mariella
mitzi marija marysia miriam mariam maryam marita mimi mari ria maja marika marya; marianne marian
mary anne; martha marta marthe; martin marty marcin maarten martino martyn; mary maria molly polly
marie may mae mamie maura maureen moira; matilda tilly mathilde matilde mattie; matthew matt matty
matteo mateo mathieu mateusz matthias mats matthieu matias mattias matej matus matti hias mattia;
maurice morris mo mauricio moritz maurizio maurycy; maximilian max maksymilian massimiliano maxi
maximiliano; maxim max maksim maksym; melanie mel; melissa mel missy lissa; michael mike mick micky
michi mikey mitch miguel michel michele mikhail mihai michal mikael misha mickey miska mischa mihail
mykhailo mihaly mikko mikolaj; michaela michi ela micaela mikaela; michelle shelly mich; miroslav
mirek miro; mohammed muhammad mohamed mohammad mo muhammed mehmet mohamad md mohd mahomet mamadou
muhamed mohammod; mustafa mostafa moustafa; natalie nat nataliya natalia natasha talia nathalie
natalya; nathaniel nate nat nathan; nicholas nick nico nicky nicolas nikolaus klaus niklas nikolai
mikolaj nikos claus nikolaos nicola niko nils mykola miklos niels nikolay kolya nicolau; nicole
nicky nikki nico nicola nikola; nina antonina; norbert bert bertl; olga olya helga; oliver ollie oli
olivier oliviero; olivia liv livvy; oscar oskar ossi; pamela pam; patricia pat patty trish tricia
trisha patrizia patrycja patti; patrick pat paddy patrizio patricio patryk padraig rick; paul pablo
paolo pawel pavel paulo pol paulus pavlo pal paavo; paula pauline paulina paola; penelope penny
nell; peter pete pedro pietro piotr pyotr petr pieter pierre petros peer piet petar petro petri pedr
peder per petteri; philip phil phillip felipe filip philipp philippe filippo pip flip; phyllis phyl;
rachel rach raquel rachele rahel shelly; radoslav radek radoslaw; rafael raphael rafal rafe rafi
raffaele rafa; raymond ray ramon raimund raimondo; rebecca becky becca rebekka bex rebeka; regina
gina reggie; reginald reg reggie ron; renata rena; richard rick dick richie rich ricardo riccardo
ryszard rik ritchie rickard rysiek; robert bob rob bobby robbie bert roberto robin rupert bobbie
robrecht; roderick rod rory rodrigo; roger rodger ruggero rogelio; roland rollo rolando orlando;
ronald ron ronnie ronny ronaldo; rosemary rose rosie romy rosemarie; rose rosa rosie rosalie roza
rosita; rudolph rudi rudy rudolf rodolfo ralf; russell russ; ruth ruthie; samantha sam sammy; samuel
sam sammy samuele samu; sarah sara sally sadie zara sarita; sebastian seb bastian basti baz
sebastien sebastiano sebastiaan; sergei sergey serge sergio serhiy sergiy seryozha sergej sergios;
sharon shaz shari; simon simone si szymon simao semyon shimon; simona simone; sofia sophie sophia
zofia zosia sofie sonia sonya sonja sofija; solomon sol salomon; stanislav stan stas stanislaw
stanley staszek standa; stephanie steph stefanie steffi stefania fanny stevie; stephen steve steven
stefan stephan esteban stefano szczepan etienne istvan stepan stevie stef stefanos esteve; susan sue
susie suzanne susanna susanne zuzanna suzy sanne zsuzsanna susana suse zuzana shoshana; svetlana
sveta lana svitlana; sylvia silvia sylwia sylvie silvie; tatiana tanya tania tanja tetiana tatyana;
teresa terry tess tessa theresa therese teri resi terezinha tereza thea; terence terry terrence tel;
theodore theo ted teddy teodoro teodor fyodor fedor theodor theodoros fedir; thomas tom tommy tomas
tomasz tommaso thom tomek tomaz tamas tomi tomislav foma; timothy tim timmy timo timofey timotheus
tymoteusz; tobias toby tobi tobiasz; ursula uschi ulla ursel urszula ula; valentina valya tina val;
valerie val valeria valery; vera veronika veronica; veronica vera ronnie nica weronika veronika
veronique roni; victor vic vito viktor vittorio wiktor vitya; victoria vicky vicki tori vika
viktoria vittoria wiktoria viki; vincent vin vinnie vince vincenzo vicente wincenty enzo vincente;
virginia ginny ginger gina; vladimir vlad volodymyr vova wlodzimierz volodya wladimir vladi; walter
wally walt walther gualtiero; wilhelm willi willy wim will william helmut; wilhelmina willa mina
billie minnie wilma mien; william bill will billy willy guillermo wilhelm guillaume guglielmo liam
wil willem vilhelm guilherme wim vilem; wolfgang wolf wolfi; xavier javier xavi javi saverio
ksawery; yusuf yousef youssef yosef joseph yusef yousuf; zachary zach zack zak zacharias; zbigniew
zbyszek; ahmed ahmad ahmet achmed; ali aly alee; hussein hussain husain hossein huseyin; hassan
hasan; ibrahim abraham ebrahim; omar umar omer; osman uthman othman usman; fatima fatma fatimah
fatemeh fatoumata; aisha ayesha aysha aishah ayse; khadija hatice khadijah; mariam maryam meryem
miriam; abdul abdel abd; yasmin jasmin jasmine yasmine yasemin; layla leila laila leyla; karim
kareem; rashid rasheed; said saeed saeid sayed; zainab zeynep zeinab; lakshmi laxmi; krishna krish;
vijay vijai; srinivas sreenivas srini; venkatesh venkat venky; subramaniam subramanian subbu; jayesh
jay; rajesh raj; rajendra raj rajen; sanjay sanj sunjay; siddharth sid siddhartha; priyanka priya;
aleksey alexei alexey aleksei oleksiy alyosha oleksii alexis; anastasia nastya stasia anastazja
anastasiya; arkady arkadiusz arek; vasily basil vasyl vasilis vassilis vasil vasya; vyacheslav slava
viacheslav; yaroslav jaroslav jarek jaroslaw; yevgenia zhenya; gennady gena hennadiy; konstantin
kostya kostiantyn; leszek lech; malgorzata gosia malgosia; tadeusz tadek thaddeus; wojciech wojtek
adalbert; jerzy jurek; przemyslaw przemek; slawomir slawek; agnieszka aga; joanna asia; guadalupe
lupe lupita; concepcion concha conchita; consuelo chelo; dolores lola loli; encarnacion encarna;
francisco paco pancho kiko; ignacio nacho; jesus chus chucho; mercedes merche meche; milagros mila;
pilar pili; rosario charo; remedios reme; rodrigo rodri; santiago santi tiago; soledad sole;
montserrat montse; joaquim quim; jordi jorge george; goncalo gonzalo; luiza luisa louise; beniamino
ben benjamin; salvatore turi salvo toto sal; giuliana giulia juliana; guido vito; jean-baptiste jb;
marie-claire claire; genevieve ginette; guy guido; yves ivo yvo; thierry theodoric dietrich dirk;
siegfried sigi siggi; sigrid siri; hildegard hilde hilda; heidemarie heidi; liselotte lilo lotte;
reinhard reiner rainer; ulrich uli ulli; ulrike uli rike; volker volkmar; eberhard ebi; joost jos
justus; jeroen hieronymus jerome; gijs gijsbert; maaike maria; willemijn mien; mehmet memo mohammed;
huseyin husnu; emine amina; bjoern bjorn; soeren soren; joergen jorgen; gudrun gunn; aoife ava eva;
siobhan joan; sinead jane janet; caoimhe keeva; niamh neve; eoghan owen; liam william
"""


def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, forms in enumerate(_FORMS.split(";")):
        for name in forms.split():
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_GROUPS = _groups()
_NONE: frozenset[int] = frozenset()


def groups_of(name: str) -> frozenset[int]:
    """Return which names a bare given name may stand for; names that share one may be one."""
    return _GROUPS.get(name, _NONE)


def same_given_name(one: str, other: str) -> bool:
    """Say whether one may be a form of the other."""
    return not groups_of(one).isdisjoint(groups_of(other))
