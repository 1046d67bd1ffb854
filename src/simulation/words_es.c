/* Spanish sentences. Qualities are nouns, so that no sentence has to know who speaks. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n en $c|$n, $c|$c: $n}{| esta semana| ahora| de nuevo}",
    "{Una hora|Una tarde|Un momento} {de calma|de $1|sin prisa} {con $n|en $c}",
    "{$5|$5 y $5} {en $c|con $n|$4}",
    "{Compañía|Grata compañía} {para cenar|para una velada|en $c}{, $n|}",
    "{Conoce a|Te presento a} $n{: $1 y $1| en $c|}",
    "{Novedad en|De vuelta en|Unos días en} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 y $1|tiempo para $5|compañía con $1}",
};

static const char *const opening[] = {
    "{Hola|Buenos días|Buenas tardes}{, |! }{soy|me llamo|puedes llamarme} $n{| y estoy en $c| y por ahora vivo en $c}.",
    "{Me llamo|Soy} $n, {persona|alguien} de {mucha|gran} $1{ y con gusto por $2|}.",
    "{Tras un día largo|Después de la semana|Si necesitas una pausa}, {ven a|te ayudo a} {descansar|desconectar|relajarte}{ en $c|}.",
    "{Aquí $n|Te saluda $n}, {un placer que leas esto|gracias por tu visita|qué bien que estés aquí}.",
    "¿{Buscas|Quieres|Te apetece} {compañía con $1|una tarde tranquila|$5}{ en $c|}?",
    "{Ahora en $c|Estos días en $c|De nuevo en $c}: $n, {se aprecia|muchos recuerdan} {mi buen trato|mi $1|mi acogida}.",
    "{Desde hace un tiempo|Desde hace poco} estoy en $c {y ofrezco|donde ofrezco} $5{ y $5|}{, sin prisa|}.",
};

static const char *const manner[] = {
    "{Dicen que|Se nota que} tengo $1, $1 {y|y también} $1.",
    "Me gusta $2, $2 y {una buena charla|hablar sin prisa|$2}.",
    "{En mi tiempo libre|Los días libres|Cuando no trabajo} {prefiero|suelo elegir} $2{ o $2|}.",
    "{Encontrarás|Te espera} una persona con $1 y $1, {que tiene tiempo|que sabe escuchar|sin prisas}.",
    "{Me tomo mi tiempo|Nunca miro el reloj|No me gusta correr}, y {la educación|una palabra amable|un gesto} {cuenta|importa} para mí.",
    "{Hablar|Conversar} sobre $2 {es fácil|siempre se puede}, {y callar también|y reír también}.",
    "{Los amigos|Quienes vuelven|Mis invitados} hablan de mi $1{, quizá de mi $1|}.",
};

static const char *const offer[] = {
    "{Ofrezco|Puedes elegir:|Mi lista:} $5, $5 y $5.",
    "{La mayoría viene|Muchos vienen|Ven} por $5, {algunos|otros} {se quedan para|piden} $5{ o $5|}.",
    "{Te acompaño a|Juntos a} {una cena|un almuerzo|un concierto|una obra de teatro}, {luego|quizá|y más tarde} $3.",
    "{Conmigo, $5|En mi casa, $5} {dura|lleva} $d0 minutos{ o más|}.",
    "Con $3 {hablamos|nos sentamos|descansamos} {primero|un rato}, {después|luego} {viene|sigue} $5.",
    "$5{ de $d0 minutos|}, {y después|o} $5, {tal como|justo como} {quieras|prefieras|te guste}.",
    "{Viajes|Fines de semana|Viajes de trabajo} en compañía{: se puede acordar|, con cena|, previa cita}.",
};

static const char *const place[] = {
    "{El piso|El estudio|La habitación|Mi casa} está $4, con $6 y $6.",
    "Me {encuentras|encontrarás} $4{ en $c|}; {el aparcamiento|el tranvía|el autobús} {está cerca|queda a un paso|para en la esquina}.",
    "{Recibo|Te recibo|Las visitas son} $4, en un cuarto con $6.",
    "{También voy|Puedo ir} a {tu hotel|hoteles|tu casa}{ en $c| cerca de $c|}.",
    "{La casa|El sitio} {tiene|ofrece} $6{, $6|} y $3 {te espera|para ti}.",
    "{La dirección|El camino} {llega|se da} {tras|con} {la reserva|tu mensaje}{: es $4|}.",
};

static const char *const extra[] = {
    "{Hay|Siempre tengo} $3 {en casa|para los invitados|en la mesa}.",
    "{Prefiero|Mejor} gente con $1 y {buenos modales|puntualidad|aseo}.",
    "{Trae|Elige} {tu música|un disco|una película}, yo {pongo|elijo} {a menudo|casi siempre} {jazz|piano|algo lento}.",
    "{Pregúntame|Escríbeme} sobre $2 {y|que} {ya verás|hablo una hora}.",
    "¿{Primera vez|Es nuevo para ti}? {No te preocupes|Lo explico todo|Con calma}.",
    "{Parejas|Principiantes|Personas mayores}: {todos bienvenidos|también son bienvenidos}.",
    "{Vale de regalo|Visita más larga|Reserva larga}: {es posible|a petición}.",
};

static const char *const times[] = {
    "{Abierto|Libre|Disponible} de $t a $u{ entre semana| toda la semana|, domingos no|}.",
    "{Días|Horario}: {de lunes a $w|de $w a domingo}, $t - $u.",
    "{Casi siempre|Sobre todo} {por la tarde|por la mañana|por la noche}, {fin de semana|$w} {con cita|a petición}.",
    "{Esta semana|Hasta el $w|Desde el $w} {estoy aquí|puedes venir}, desde las $t.",
    "{Sin visitas|Cerrado} el $w; {los otros días|si no} hasta las $u.",
};

static const char *const price[] = {
    "{Una hora|60 minutos|La hora}: $e {euros|EUR|€}{, media hora $f|}.",
    "{Tarifa|Precios}: $f {los 30 minutos|la media hora}, $e {la hora|por hora}.",
    "{Precios|Tarifas} {a petición|por teléfono|si preguntas}{, justos y fijos|}.",
    "Desde $f {euros|EUR}{, sin sorpresas|, todo incluido|}.",
    "$e {por hora|la hora}{, con cena más tiempo|, dos horas algo menos|}.",
};

static const char *const rules[] = {
    "{Por favor|Gracias}: {sin|nada de} {llamadas ocultas|números ocultos}{ ni mensajes tarde|}.",
    "{Efectivo|Efectivo o tarjeta}{, por favor|}, y {ven a tu hora|ven solo|llama una vez}.",
    "{Reserva|Avisa} {una hora|un día|dos horas} antes{, por favor|}.",
    "{Respondo|Contesto} {solo|primero} a mensajes {educados|cortos|claros}.",
    "{Sin regateo|No se regatea|Nada de charlas sin fin}{, gracias|}.",
    "{La discreción|El respeto} {es mutuo|se da por hecho|me importa}.",
};

static const char *const phone[] = {
    "{Llama|Llámame|Teléfono} {al |: |}$p{, también sms|}.",
    "{Me encuentras|Estoy|Se me localiza} en el $p{ desde las $t|}.",
    "Tel{.|:|éfono} $p{ ($n)|}",
    "{Mensaje|SMS|Escribe} al $p con {tu nombre|día y hora}.",
    "{Mi número es el|Número:|Móvil:} $p.",
    "{Para una cita|Reservas}: $p{, pregunta por $n|}.",
};

static const char *const mail[] = {
    "{Escribe|Escríbeme} a $m.",
    "{Preguntas|Reservas} {a|por correo:} $m",
    "{Leo el correo|Mejor por correo}: $m{, respondo en un día|}.",
};

static const char *const handle[] = {
    "{Me encuentras|Estoy} en Parley{ como|:} @$h.",
    "Parley: $h",
    "{O|Mejor} {escribe|chatea} {a |con |}$h {en Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Escribe|Deja un mensaje|Contacto} {por|con} {el formulario|este sitio|el buzón de aquí}.",
    "{Usa|Por favor, usa} el {formulario|botón de mensaje}{, respondo el mismo día|}.",
    "{Contacto|Reserva} {solo|únicamente} {por|en} {esta página|este sitio}.",
};

static const char *const closing[] = {
    "{Hasta pronto|Hasta luego|Nos vemos}{, $n|!|}",
    "{Espero|Me alegra esperar} {tu llamada|tu mensaje|tu visita}{, $n|.|}",
    "{Un saludo|Saludos cordiales|Con cariño}, $n",
    "{Cuídate|Que tengas buen día}{ y nos vemos en $c|}.",
    "{No esperes|No lo pienses} demasiado{, pronto sigo viaje|}.",
};

static const char *const driver[] = {
    "{Si no contesto|Si comunica}, {prueba|llama} al $q.",
    "{Recogida|El chófer} {responde|atiende} en el $q.",
};

static const char *const agency[] = {
    "{Nuestra agencia|Nuestro equipo} {trabaja|está} en $c {desde 20$x|desde hace $d años}{ y está registrado ante la ciudad|}.",
    "{Presentamos a|En nuestro equipo:|Con nosotros:} $n, con $1 y $1, {para|conocida compañía para} $5.",
    "{La oficina|Recepción} {atiende|responde} de $t a $u, {cada día|de lunes a $w}.",
    "{Todas las personas del equipo|Quienes trabajan aquí} {eligen|fijan} su horario{ y damos factura|}.",
};

static const char *const spam[] = {
    "¡{Noticias|Las mejores ofertas|Lista top} {en $c|cerca de ti}! {Llama|Marca} $p {ya|hoy}{, 24 horas|}!!",
    "¿{A solas|Te aburres}{ en $c|}? {Cientos|Miles} esperan: $p {día y noche|24/7}.",
    "{Gratis|Primeros minutos}: {llama al|marca} $p, {nada que instalar|sin cuenta}{, $c y alrededores|}.",
};

static const char *const footer[] = {
    "Este anuncio lo puso un miembro registrado. ¿Preguntas sobre el sitio? Llame a nuestro servicio: $q.",
    "Precaución: no pague nunca por adelantado. Línea de ayuda $q, cada día de 9 a 17 h.",
};

static const char *const notice[] = {
    "Denuncie este anuncio si incumple nuestras reglas. Revisamos a mano los anuncios nuevos los días laborables.",
};

static const char *const safety[] = {
    "{Por seguridad|Para mayor seguridad} {comparto un número con|estoy en contacto con} {colegas|otras que trabajan solas}: $q.",
    "{Nos cuidamos entre nosotras|Alguien sabe siempre dónde estoy}: el $q responde {si yo no puedo|día y noche}.",
};

static const char *const web[] = {
    "{Más|Fotos y horario|Todo} en $l",
    "{Mira|Visita|Página:} $l",
    "{Tarifas y fotos|Agenda}: $l",
};

static const char *const taste[] = {
    "Me gusta la cocina $g{ de aquí cerca|}.",
    "{Buena|Sencilla} cocina $g {a la vuelta de la esquina|muy cerca|al lado}.",
    "{Suena|Pongo} música $g {por la tarde|a veces|si quieres}.",
    "{Los domingos|Con gusto} preparo comida $g.",
};

static const char *const split[] = {
    "$p {y luego|luego|y después} $q",
    "$p ({ahora|después} el resto: $q)",
    "$p ... {sigue|y al final} $q",
};

static const char *const quality[] = {
    "calma", "ternura", "atención", "alegría", "paciencia", "elegancia", "calidez", "cortesía",
    "discreción", "serenidad", "curiosidad", "simpatía", "sinceridad", "franqueza", "viveza",
    "espontaneidad", "sensibilidad", "cordialidad", "finura", "honestidad", "modestia", "delicadeza",
    "imaginación", "dulzura",
};

static const char *const interest[] = {
    "pasear junto al río", "ver cine antiguo", "cocinar", "viajar", "leer", "nadar", "visitar museos",
    "hacer fotos", "el yoga", "cuidar plantas", "jugar al ajedrez", "bailar", "pintar", "el buen vino",
    "montar en bici", "la arquitectura", "el piano", "leer novela negra", "la cerámica", "el mar",
    "aprender idiomas", "el teatro", "correr", "cantar", "la poesía", "el fútbol",
};

static const char *const table[] = {
    "una copa de vino", "una taza de té", "un café recién hecho", "agua con gas", "una cena ligera",
    "algo de fruta", "un buen chocolate", "té de menta", "un refresco", "un bocado", "tarta casera",
    "limonada", "té verde", "pan con aceitunas", "un aperitivo",
};

static const char *const near[] = {
    "cerca de la estación", "en el casco antiguo", "junto al parque", "al lado del canal",
    "detrás del mercado", "en una calle tranquila", "a diez minutos del centro", "junto al teatro",
    "en las afueras", "cerca de la ronda", "encima de una tienda", "no lejos de la catedral",
    "en el puerto", "en el barrio de los museos", "cerca de la feria", "junto a la universidad",
    "en una plaza verde", "a dos paradas del centro", "frente a una panadería", "en el sur de la ciudad",
};

static const char *const service[] = {
    "masaje", "masaje relajante", "masaje con piedras calientes", "masaje de pies", "masaje de espalda",
    "bienestar", "compañía para cenar", "aromaterapia", "una tarde de sauna", "estiramientos",
    "masaje de cabeza", "un baño tranquilo", "masaje deportivo", "compañía para eventos",
    "ejercicios de respiración", "un paseo", "masaje a cuatro manos", "masaje con aceite",
    "una visita a la ciudad", "una larga charla",
};

static const char *const room[] = {
    "luz suave", "una bañera grande", "velas", "sábanas limpias", "balcón", "música tranquila",
    "ducha amplia", "camilla de masaje", "chimenea", "alfombras gruesas", "entrada privada", "ascensor",
    "un jardín pequeño", "toallas limpias", "aire acondicionado", "un espejo grande", "colores cálidos",
    "vistas a los tejados",
};

static const char *const day[] = {
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
};

static const char *const nation[] = {
    "belga", "italiana", "francesa", "española", "griega", "tailandesa", "japonesa", "china", "india",
    "marroquí", "sueca", "turca",
};

/* clang-format on */

const struct lexicon lexicon_es = {
    "es",
    " h",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
