"""What is known of English (and a little Arabic) words apart from any library: grammar, ordinary words, synonyms.

Three grades of words that a library need not hold: stop words carry grammar and are left out of a question; light words
say little by themselves; ordinary words are such that a question may use one that the texts do not (`which outfits ...`)
and still be about them. What is in none of these lists and not in the library is taken for a name or a subject of its
own. The lists are the project's own, written for this purpose.
"""

from collections.abc import Mapping
from functools import cache

from briefs.search.stems import stem

STOPWORDS = frozenset(
    """
    a about after again all also am an and any are as at be been before being but by can could did do does doing done
    for from had has have having he her here hers him his how i if in into is it its just me more most my no nor not
    now of off on once only or our out over own please s same she should so some such t than that the their them then
    there these they this those through to too under until up us very was we were what when where which while who whom
    whose why will with would you your yours tell give show explain describe know say says said saying brief briefing
    mean means meant happen happened happens happening anything something thing things hi hello hey thanks ok okay many
    much long get got let lets want need find information info details summary overview regarding concerning it's isnt
    dont doesnt didnt wasnt whats whos im ive il elle le la les de du des et un une qui que quoi est
    من هو هي ما ماذا متي اين كيف لماذا هل في علي الي عن مع كم و او ان التي الذي هذا هذه كان كانت
    """.split()
)

_LIGHT = """
    able accord account actual add almost already although always among another around ask away back bad become began
    begin belong best better between big both bring brought call called came case certain change choose clear come
    comment common consider current day different directly each early else end enough especially even ever every exact
    explain fact far few finally first follow former full further general given go goes going gone good great had half
    happen hard head held help high hold hour important include instead itself keep kept kind known large last late
    later latest lead least leave left less like likely line little look lot made main make man manner matter maybe
    member men might moment month move must name near nearly never new news next now number often old one open order
    other part particular people perhaps person place plan play point possible present probably put question quickly
    quite rather real reason recent remain report reportedly role run saw second see seem seen set several short side
    simply since situation small sort speak start state statement still story such sure take taken talk team ten think
    third thought three time today together told took toward turn two type use used usual view wait way week well went
    whether whole without woman women word work world year yes yesterday yet
""".split()

_ORDINARY = """
    abandon ability abroad absent accept access accident accuse achieve act action active actor admit adult advance
    advantage advice affect afraid afternoon age agency agent aggressive agree agreement aid aim air alarm alike alive
    allow alone amount ancient anger angry animal announce annoy answer anxious anymore anyone apart apology apparent
    appear apply appoint approach approve area argue argument arm army arrange arrest arrive article aside asset assign
    assist assume attempt attend attention attitude attract author authority available average avoid aware awful bag
    ban bar base basic battle bear beat beautiful bed behave behind belief believe below bend beside beyond bit black
    blame block blood blow blue board boat body bomb bond book boost border boss bottom bound box boy branch brave break
    breath brief bright broad brother budget build building burn bus business busy buy calm camp campaign cancel
    candidate capable capital capture car card care career careful carry cash catch cause ceremony chain chair chairman
    challenge chance charge chat cheap check chief child choice church circle citizen city civil civilian claim class
    clean clever climb close clothes coach coast code cold collapse collect colleague comfort command commander commit
    committee communicate community company compare complain complete complex compose concern condition conduct confirm
    conflict confuse connect consequence contact contain content contest continue contract contrast control conversation
    convince cook cool cope copy corner correct cost count country couple courage course court cover crash crazy create
    credit crew crime criminal crisis critic crowd cruel cry culture cure custom cut cycle daily damage danger dark data
    date daughter dead deadline deal dear death debate debt decade decide decision declare decline deep defeat defend
    degree delay deliver demand deny depart department depend deploy depth deputy describe desert deserve design desire
    desk despite destroy detail determine develop device die diet differ difficult dig dinner diplomat direct dirty
    disagree disappear discover discuss disease dismiss distance divide doctor document dog doubt down dozen draft drama
    draw dream dress drink drive driver drop dry due dump during dust duty eager earn earth ease east easy eat economy
    edge edit educate effect effort eight elderly elect election eleven emerge emotion employ employee empty enable
    encourage enemy energy engage enjoy enormous enter entire environment equal equip error escape establish estimate
    event eventually evidence evil examine example excellent except exchange excite excuse execute exercise exist expect
    expel expensive experience expert expose express extend extra extreme eye face fail failure fair faith fall false
    familiar family famous fan fancy farm fast fate father fault favor favorite fear feature feed feel fellow fence
    field fifteen fifth fifty fight fighter figure file fill film final finance find fine finger finish fire firm fish
    fit five fix flag flat flee flight float floor flow fly focus food fool foot force foreign forget forgive form
    formal forth forty forward found four fourth free freedom fresh friend frighten front fuel fun function fund funny
    future gain game gap garden gas gather gentle gentleman giant gift girl glad glass goal god gold govern government
    grab grade grand grant grave gray green greet ground group grow guard guess guest guide guilty gun guy habit hall
    hand handle hang happy harm hate health hear heart heat heavy height hell hero hesitate hide hire history hit hole
    holiday home honest honor hope horse hospital host hostile hotel house household huge human humble hundred hungry
    hurry hurt husband ice idea ideal identify identity ignore ill illegal illness image imagine immediate impact imply
    impossible impress improve incident income increase indeed independent indicate individual industry influence inform
    initial injure injury innocent inside insist inspire install instance insult insure intelligence intend interest
    internal international interpret interview introduce invade invent invest investigate invite involve island issue
    item jail job join joint joke journal journalist journey joy judge jump justice keen key kick kid kill king kitchen
    knee knock lack lady land language laugh launch law lawyer lay lazy leader leaf leak learn lecture legal length
    lesson letter level liberate liberty lie life lift light limit link list listen live load loan local locate lock
    lonely lose loss loud love low loyal luck lunch machine mad magazine mail maintain major majority male manage manager
    march mark market marriage married mass master match mate material maximum meal measure meat media medical medicine
    medium meet meeting memory mental mention mere mess message metal method middle midnight mile military mind mine
    minimum minister minor minute mirror miss mission mistake mix mode model modern money mood moon moral morning mother
    motion mount mountain mouth movement murder music mystery narrow nation national native nature neck negative neglect
    negotiate neighbor neither nerve neutral nevertheless newspaper nice night nine nobody noise none normal north nose
    note nothing notice numerous nurse obey object observe obtain obvious occasion occur odd offend offer office officer
    official oil okay open operate opinion opponent opportunity oppose opposite option oral ordinary organ organize
    origin original otherwise ought outcome outfit outline outrank outside overall overcome overseas oversee owe owner
    pack page pain paint pair pale panic paper parent park parliament participate partner party pass passage passenger
    past path patience patient pattern pause pay peace peak percent perfect perform period permanent permit persist
    personal persuade phase phone photo phrase physical pick picture piece pilot pity plain plane plant plate pleasant
    please pleasure plenty plot poem poet police policy polite politics politician poor popular population position
    positive post pound pour power powerful practical practice praise pray prayer predict prefer prepare prescribe
    preserve president press pressure pretend pretty prevent previous price pride priest primary prince principal
    principle print prior prison prisoner private prize problem proceed process produce product professor profit program
    progress project promise promote prompt proof proper property propose protect protest proud prove provide province
    public publish pull punish purchase pure purpose push quality quantity quarrel quarter queen quick quiet quit race
    radio rain raise range rank rapid rare rate raw reach react read ready reality realize rebel receive recognize
    recommend record recover red reduce refer reform refugee refuse regard region regret regular reject relate relation
    relative release relevant relief religion rely remark remember remind remote remove rent repair repeat replace reply
    represent reputation request require rescue research resemble reserve reside resign resist resort resource respect
    respond rest restore result retire retreat return reveal revenge reverse review revolution reward rich rid ride right
    ring rise risk rival river road rock roll roof room root rough round route routine row royal rule ruler rumor rush
    sacrifice sad safe safety sail salary sale satisfy save scale scandal scare scene schedule scheme school science
    scientist scope score scream screen sea search season seat secret secretary section sector secure security seek
    seize select sell send senior sense sensible sentence separate sequence series serious servant serve service session
    settle seven severe shadow shake shame shape share sharp sheet shelter shift ship shirt shock shoe shoot shop shore
    shot shoulder shout shut shy sick sight sign signal silence silent silly similar simple sing single sink sister sit
    site six size skill skin sky sleep slight slip slow smart smell smile smoke smooth social society soft soil soldier
    solid solution solve somebody someone son song soon sorry soul sound source south space spare speaker special
    specific speech speed spend spirit split spokesman sport spot spread spring square stability stable staff stage
    stake stand standard star stare station statistics status stay steady steal step stick stock stomach stone stop
    store storm straight strange stranger strategy stream street strength stress stretch strict strike string strong
    structure struggle student study stuff stupid style subject submit succeed success successor sudden suffer suggest
    suit sum summer sun supply support suppose surface surprise surrender surround survive suspect sweet swim switch
    symbol sympathy system table tactic talent target task taste tax teach teacher tear technical technique technology
    telephone television temporary tend tension term terrible territory test text thank theory therefore thick thin
    third thirty thousand threat threaten throat throw tie tight tiny tired title tomorrow tone tongue tonight tool tooth
    top topic total touch tough tour tower town track trade tradition train training transfer transform transition
    translate transport trap travel treat treatment treaty tree trend trial trick trip troop trouble truck true trust
    truth try twelve twenty twice ugly ultimate unable uncle understand undertake unhappy uniform union unique unit unite
    unknown unless unlike unusual upon upper upset urge urgent useful useless valley valuable value variety various vary
    vast vehicle venture version veteran via victim victory video village violate violence violent visit visitor vital
    voice volume volunteer vote wage walk wall war warm warn wash waste watch water wave weak weakness wealth weapon wear
    weekend weigh weight welcome west wet wheel wherever whisper white wide wife wild willing win wind window wing winner
    winter wipe wise wish withdraw witness wonder wood worker worry worse worst worth wound wrap write writer wrong yard
    yellow young youth zero zone
""".split()

_SYNONYMS = """
    american america us usa states
    iranian iran; iraqi iraq; syrian syria; lebanese lebanon; israeli israel; palestinian palestine; russian russia;
    ukrainian ukraine; french france; british britain; kurdish kurd kurds; turkish turkey; gazan gaza
    leader head chief boss commander chairman heads leads led leadership
    kill die dead death killed slain assassinate
    attack strike hit bomb raid target bombard bombardment airstrike shelling assault
    weapon rocket drone missile arms munition
    money fund fundraising donation finance budget
    child kid boy girl childhood pediatric
    mother mum mom mama; father dad papa; parent mother father
    doctor physician oncologist hematologist
    hospital clinic center
    flee escape displaced refugee relocate evacuate uproot
    resign quit leave left
    talk meeting negotiate discussion conversation
    form create establish set found formation
    ceasefire truce
    fear afraid scare scary worry
    house home
    premier pm prime
    journey drive trip road travel
    group faction militia
    withdraw withdrawal pull leave
    helicopter chopper
    vest armour armor jacket
    picture photo image
    speech televised
    sick ill illness disease
    chemo chemotherapy; treat treatment therapy; tumor cancer oncology
    angry enraged irritate annoy anger furious
    blame scapegoat sacrifice
    demonstration protest
    mp parliament lawmaker parliamentarian legislator
    academic scholar professor
    secret coded hidden
    broke erupt start begin
    soldier troop force
    toy game playroom play
    base camp site
    newspaper media paper
    own possess
    successor succeed replace heir
    hq headquarters
    number figure
    pastime playroom
    wed married
    expensive cost price
    vehicle car truck
    plane jet aircraft
    near close nearby
    big large
    border frontier
    spokesman speaker
    opponent rival enemy
    ex former
    academic university
""".replace("\n", ";")


@cache
def light() -> frozenset[str]:
    """Stems of words that say little by themselves."""
    return frozenset(map(stem, _LIGHT))


@cache
def ordinary() -> frozenset[str]:
    """Stems of words that a question may use without being about something else; light ones included."""
    return light() | frozenset(map(stem, _ORDINARY))


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Stems that may stand for a stem."""
    found: dict[str, set[str]] = {}
    for group in _SYNONYMS.split(";"):
        alike = {stem(word) for word in group.split()}
        for one in alike:
            found.setdefault(one, set()).update(alike - {one})
    return {one: frozenset(others) for one, others in found.items()}
