/* English sentences. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n in $c|$n, $c|$c: $n}{| this week| now| again}",
    "{Quiet|Relaxed|Unhurried|Calm} {hour|evening|afternoon|moment} {with $n|in $c}",
    "{$5|$5 and $5} {in $c|by $n|$4}",
    "{Dinner|Theatre|Travel|Evening} {company|companion} {in $c|$n}",
    "{Meet|Say hello to} $n{, $1 and $1| in $c|}",
    "{New in|Back in|Few days in|Welcome to} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 and $1|$1 company|time for $5}",
};

static const char *const opening[] = {
    "{Hello|Hi|Good day|Welcome}{, |! }{I am|my name is|you may call me} $n{| and I stay in $c| and $c is my home for now}.",
    "{My name is|I am} $n, {a $1 and $1|a $1 but $1} {person|host|companion}{ who likes $2|}.",
    "{After a long day|When the week was long|If you need a pause}, {come and|let me help you} {unwind|slow down|rest}{ in $c|}.",
    "$n {here|speaking}, {glad|happy|pleased} {that you found me|you are reading this|you came by}.",
    "{Are you|Tired, or} {looking for|in need of|after} {$1 company|a $1 evening|$5}{ in $c|}?",
    "{Now in $c|In $c these days|Back in $c}: $n, {known for|valued for} {$1 manners|a $1 welcome|$5}.",
    "{I have been|I am now} in $c {for a while|for some time} {and offer|and give|and do} $5{ and $5|}{, without hurry|}.",
};

static const char *const manner[] = {
    "People {say|tell me} I am $1, $1 {and|yet} $1.",
    "I {like|enjoy|love} $2, $2 and {a good talk|long talks|$2}.",
    "{In my free time|On days off|When I do not work} I {think of|am busy with|go for} $2{ or $2|}.",
    "{Expect|You can expect|You will find} {someone|a host} $1 and $1, {with time|with patience|who listens}.",
    "I {take my time|never watch the clock|do not rush}, and {good manners|kind words|small gestures} {matter|count} to me.",
    "{Conversation|A talk} about $2 {comes easily|is never far}, and {silence is fine too|so is a laugh}.",
    "{Friends|Regulars|Guests} {call me|describe me as} $1, {perhaps|maybe} a little $1.",
};

static const char *const offer[] = {
    "{I offer|My list:|You can choose} $5, $5 and $5.",
    "{Most people come|Many come|You may come} for $5, {some|others} {stay|ask} for $5{ or $5|}.",
    "{Company at|I join you for|Let us have} {dinner|lunch|a concert|the theatre|a walk}, {then|perhaps|and later} $3.",
    "{My $5 is|$5 with me is} $1 and {lasts|takes} $d0 minutes{ or more|}.",
    "{With|Over} $3 we {talk|sit|relax} {first|a while}, {then|after that} {there is|comes} $5.",
    "$5{ of $d0 minutes|}, {followed by|or} $5, {just|exactly} as you {like|wish|prefer}.",
    "{Travel|Weekend|Business trip} company {is possible|on request|by arrangement}{, dinner included|}.",
};

static const char *const place[] = {
    "{The flat|My place|The studio|The room} is $4, {with|and has} $6 and $6.",
    "You {find me|will find me|reach me} $4{ in $c|}; {parking|a tram stop|the bus} is {close|near|round the corner}.",
    "{I receive|Visits|I welcome you} $4, {in a room with|where you find} $6.",
    "{I also come|I can come|Visits} to {your hotel|hotels|your home}{ in $c| around $c|}.",
    "{The house|The place} is {clean|tidy|quiet|warm}, {with|it has} $6{, $6|} and $3 {waiting|ready|for you}.",
    "{The address follows|Directions follow|I give the address} {after|once} you {book|have booked|write}{: it is $4|}.",
};

static const char *const extra[] = {
    "{There is|I always have} $3 {in the house|for guests|on the table}.",
    "{I prefer|Best are} {guests|people} {who are|that are} $1 and {clean|polite|on time}.",
    "{Bring|Pick} {your music|a record|a film} {if you like|along}, I {mostly|often} {play|choose} {jazz|piano|something slow}.",
    "{Ask|Write} me about $2 and {you will see|I may talk for an hour}.",
    "{First time|New to this}? {No need to worry|Do not worry|I explain all}.",
    "{Couples|Beginners|Older guests} are {welcome|very welcome} {too|as well}.",
    "{Gift cards|Longer visits|Longer bookings} {are possible|can be arranged}{ too|}.",
};

static const char *const times[] = {
    "{Open|I am free|Available} {from $t to|between $t and} $u{ on weekdays| all week|, not on Sundays|}.",
    "{Days|Hours}: {Monday to $w|$w to Sunday}, $t - $u.",
    "{Mostly|Usually} {evenings|afternoons|mornings}, {weekends|$w} {by arrangement|on request}.",
    "{This week|Until $w|From $w} {I am here|you can visit}, {after|from} $t.",
    "{No visits|Closed} on $w; {other days|else} {until|till} $u.",
};

static const char *const price[] = {
    "{One hour|An hour|60 minutes} {is|costs|at} $e {euro|EUR|\xe2\x82\xac}{, half an hour $f|}.",
    "{Rates|Prices}: $f {for 30 minutes|half hour}, $e {an hour|for the hour}.",
    "{Prices|Rates} {on request|by phone|when you ask}{, fair and fixed|}.",
    "From $f {euro|EUR}{, no surprises|, all included|}.",
    "$e {per|an} hour{, dinner dates longer|, two hours less each|}.",
};

static const char *const rules[] = {
    "{Please|Kindly} {no|without} hidden {calls|numbers}{ and no late texts|}.",
    "{Cash|Cash or card} {only|please}, and {be on time|come alone|ring once}.",
    "{Book|Reserve} {an hour|a day|two hours} {ahead|before}{, please|}.",
    "{I answer|I reply to} {polite|short|clear} messages {first|only}.",
    "{No|Please no} {haggling|bargaining|endless chats}{, thank you|}.",
    "{Discretion|Privacy} {goes both ways|is a matter of course|I value}.",
};

static const char *const phone[] = {
    "{Call|Ring|Phone} {me on |me: |}$p{, text works too|}.",
    "{You reach me|I can be reached|Reach me} {at|on} $p{ from $t|}.",
    "Tel{.|:|ephone} $p{ ($n)|}",
    "{Text|Message|SMS} {to |}$p {with|and say} {your name|day and hour}.",
    "{My number is|Number:|Phone:} $p.",
    "{For an appointment|To book}: $p{, ask for $n|}.",
};

static const char *const mail[] = {
    "{Write|Mail|E-mail} {me at |to |}$m.",
    "{Questions|Bookings} {to|by mail:} $m",
    "{I read mail|Mail is best}: $m{, answer within a day|}.",
};

static const char *const handle[] = {
    "{Find me|I am} on Parley {as |}@$h.",
    "Parley: $h",
    "{Or|Best} {chat|write} {to |with |}$h {on Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Write|Send me a note|Message me} {through|via|by} {the form|this site|the mailbox here}.",
    "{Use|Please use} the {contact form|message button}{, I answer the same day|}.",
    "{Contact|Booking} {only|just} {through|on} {this page|the site}.",
};

static const char *const closing[] = {
    "{See you soon|Until then|Till soon}{, $n|!|}",
    "{I look forward to|Looking forward to} {you|your call|meeting you}{, $n|.|}",
    "{Kind regards|Best wishes|Warmly}, $n",
    "{Take care|Have a good day}{ and see you in $c|}!",
    "{Do not|Don't} {wait|think} too long{, I travel on soon|}.",
};

static const char *const driver[] = {
    "{If I do not answer|When the line is busy}, {try|call} $q.",
    "{Pick-up|The driver} {can be arranged|answers} {on|at} $q.",
};

static const char *const agency[] = {
    "{Our|The} {agency|house|team} {has worked|works} in $c {since 20$x|for $d years}{ and is registered|}.",
    "{We present|Our team includes|With us:} $n, $1 and $1, {for|known for} $5.",
    "{The office|Reception} {is open|answers} {from $t to|between $t and} $u, {every day|Monday to $w}.",
    "{All our|Our} {hosts|companions} {choose|set} their own hours{, and invoices are given|}.",
};

static const char *const spam[] = {
    "{Hot news|Best offers|Top list} {in $c|near you}! {Call|Dial} $p {now|today}{, 24 hours|}!!",
    "{Lonely|Bored}{ in $c|}? {Hundreds|Thousands} {wait|are waiting}: $p {day and night|24/7}.",
    "{Free|First} {minutes|chat}: {dial|ring} $p, {nothing to install|no account}{, $c and around|}.",
};

static const char *const footer[] = {
    "This advertisement was placed by a registered member. Questions about this site? Call our service desk on $q.",

    "Stay safe: never pay in advance. Help line $q, every day from 9 to 17.",
};

static const char *const notice[] = {

    "Report this ad if it breaks our rules. We check new ads by hand every working day.",
};
static const char *const safety[] = {
    "{For safety|To be safe} I {share a number with|am in touch with} {colleagues|others who work alone}: $q.",
    "{We look after each other|Somebody always knows where I am}: $q {answers|is there} {if I cannot|day and night}.",
};

static const char *const web[] = {
    "{More|Pictures and hours|Everything} {on|at} $l",
    "{See|Visit|Website:} $l",
    "{Rates and photos|Calendar}: $l {is up to date|}",
};

static const char *const taste[] = {
    "I {love|know where to find} $g food{ in $c|}.",
    "{Good|Fresh} $g food is served {round the corner|nearby|next door}.",
    "{There is|I put on} $g music {in the evening|now and then|if you like}.",
    "I {cook|have learned} $g dishes {on Sundays|with pleasure}.",
};

static const char *const split[] = {
    "$p {and then|then|and after that} $q",
    "$p ({now|then} the rest: $q)",
    "$p ... {continues with|followed by} $q",
};
/* clang-format on */

static const char *const quality[] = {
    "calm",      "kind",    "gentle",   "attentive", "cheerful", "patient",     "elegant",  "warm",
    "witty",     "polite",  "discreet", "relaxed",   "curious",  "tidy",        "friendly", "thoughtful",
    "sincere",   "open",    "quiet",    "lively",    "careful",  "spontaneous", "reliable", "playful",
    "sensitive", "cordial", "refined",  "easygoing", "honest",   "modest",
};

static const char *const interest[] = {
    "walking by the river",
    "old films",
    "cooking",
    "travel",
    "reading",
    "swimming",
    "museums",
    "photography",
    "yoga",
    "gardening",
    "chess",
    "dancing",
    "painting",
    "good wine",
    "cycling",
    "architecture",
    "piano music",
    "crime novels",
    "board games",
    "pottery",
    "flea markets",
    "long breakfasts",
    "the sea",
    "languages",
    "theatre",
    "baking",
    "running",
    "singing",
    "poetry",
    "football",
};

static const char *const table[] = {
    "a glass of wine", "a cup of tea", "fresh coffee",     "sparkling water", "a light supper", "some fruit",
    "good chocolate",  "mint tea",     "a cold drink",     "a small snack",   "homemade cake",  "lemonade",
    "hot chocolate",   "green tea",    "olives and bread", "an aperitif",
};

static const char *const near[] = {
    "near the station",
    "in the old town",
    "close to the park",
    "by the canal",
    "behind the market",
    "in a quiet street",
    "ten minutes from the centre",
    "next to the theatre",
    "on the edge of town",
    "near the ring road",
    "above a small shop",
    "not far from the cathedral",
    "by the harbour",
    "in the museum quarter",
    "close to the fair",
    "near the university",
    "on a green square",
    "two stops from the centre",
    "opposite a bakery",
    "in the south of the city",
};

static const char *const service[] = {
    "massage",           "relaxing massage",    "hot stone massage",
    "foot massage",      "back massage",        "wellness",
    "dinner company",    "aromatherapy",        "a sauna evening",
    "stretching",        "head massage",        "a quiet bath",
    "sports massage",    "company for events",  "breathing exercises",
    "a walk and a talk", "four-hands massage",  "oil massage",
    "a city tour",       "a long conversation",
};

static const char *const room[] = {
    "soft light",     "a large bath",       "candles",
    "fresh linen",    "a balcony",          "quiet music",
    "a rain shower",  "a massage table",    "a fireplace",
    "thick carpets",  "a private entrance", "a lift",
    "a small garden", "clean towels",       "air conditioning",
    "a long mirror",  "warm colours",       "a view of the roofs",
};

static const char *const day[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

static const char *const nation[] = {"Belgian",  "Italian", "French", "Spanish",  "Greek",   "Thai",
                                     "Japanese", "Chinese", "Indian", "Moroccan", "Swedish", "Turkish"};

const struct lexicon lexicon_en = {
    "en",
    ":00",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
