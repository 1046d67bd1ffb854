/* Portuguese sentences. Qualities are nouns, so that no sentence has to know who speaks. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n em $c|$n, $c|$c: $n}{| esta semana| agora| de volta}",
    "{Uma hora|Uma noite|Um momento} {de calma|de $1|sem pressa} {com $n|em $c}",
    "{$5|$5 e $5} {em $c|com $n|$4}",
    "{Companhia|Boa companhia} {para jantar|para uma noite|em $c}{, $n|}",
    "{Venha conhecer|Apresento} $n{: $1 e $1| em $c|}",
    "{Novidade em|De volta a|Poucos dias em} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 e $1|tempo para $5|companhia com $1}",
};

static const char *const opening[] = {
    "{Olá|Bom dia|Boa tarde}{, |! }{sou|chamo-me|pode chamar-me} $n{| e estou em $c| e por agora vivo em $c}.",
    "{Chamo-me|Sou} $n, uma pessoa com {muita|bastante} $1{ e que gosta de $2|}.",
    "{Depois de um dia longo|Depois da semana|Se precisa de uma pausa}, {venha|eu ajudo a} {descansar|desligar|relaxar}{ em $c|}.",
    "{Aqui $n|$n ao seu dispor}, {obrigado pela visita|que bom que lê isto|seja bem-vindo}.",
    "{Procura|Quer|Apetece-lhe} {companhia com $1|uma noite calma|$5}{ em $c|}?",
    "{Agora em $c|Estes dias em $c|De novo em $c}: $n, {aprecia-se|muitos lembram} {o meu bom trato|a minha $1|o meu acolhimento}.",
    "{Há algum tempo|Há pouco} que estou em $c {e ofereço|onde ofereço} $5{ e $5|}{, sem pressa|}.",
};

static const char *const manner[] = {
    "{Dizem que|Nota-se que} tenho $1, $1 {e|e também} $1.",
    "Gosto de $2, de $2 e de {uma boa conversa|falar sem pressa|$2}.",
    "{No tempo livre|Nos dias de folga|Quando não trabalho} {prefiro|costumo} $2{ ou $2|}.",
    "{Vai encontrar|Espera por si} uma pessoa com $1 e $1, {que tem tempo|que sabe ouvir|sem pressas}.",
    "{Levo o meu tempo|Nunca olho para o relógio|Não gosto de pressas}, e {a boa educação|uma palavra gentil|um gesto} {conta|tem valor} para mim.",
    "{Falar|Conversar} sobre $2 {é fácil|é sempre possível}, {e estar em silêncio também|e rir também}.",
    "{Os amigos|Quem volta|Os meus convidados} {falam|lembram-se} da minha $1{, talvez da minha $1|}.",
};

static const char *const offer[] = {
    "{Ofereço|Pode escolher:|A minha lista:} $5, $5 e $5.",
    "{A maioria vem|Muitos vêm|Venha} por $5, {alguns|outros} {ficam para|pedem} $5{ ou $5|}.",
    "{Acompanho a|Juntos a} {um jantar|um almoço|um concerto|uma peça de teatro}, {depois|talvez|e mais tarde} $3.",
    "{Comigo, $5|Em minha casa, $5} {dura|leva} $d0 minutos{ ou mais|}.",
    "Com $3 {falamos|sentamo-nos|relaxamos} {primeiro|um pouco}, {depois|a seguir} {vem|segue-se} $5.",
    "$5{ de $d0 minutos|}, {e depois|ou} $5, {tal como|mesmo como} {quiser|preferir|gostar}.",
    "{Viagens|Fins de semana|Viagens de trabalho} em companhia{: a combinar|, com jantar|, a pedido}.",
};

static const char *const place[] = {
    "{O apartamento|O estúdio|O quarto|A casa} fica $4, com $6 e $6.",
    "{Encontra-me|Vai encontrar-me} $4{ em $c|}; {o estacionamento|o elétrico|o autocarro} {fica perto|fica a dois passos|para na esquina}.",
    "{Recebo|Recebo visitas|As visitas são} $4, num quarto com $6.",
    "{Também vou|Posso ir} {ao seu hotel|a hotéis|a sua casa}{ em $c| perto de $c|}.",
    "{A casa|O lugar} {tem|oferece} $6{, $6|} e $3 {à espera|para si}.",
    "{A morada|O caminho} {segue|dá-se} {depois da|com a} {reserva|sua mensagem}{: é $4|}.",
};

static const char *const extra[] = {
    "{Há|Tenho sempre} $3 {em casa|para os convidados|na mesa}.",
    "{Prefiro|De preferência} pessoas com $1 e {boas maneiras|pontualidade|cuidado}.",
    "{Traga|Escolha} {a sua música|um disco|um filme}, eu {ponho|escolho} {muitas vezes|quase sempre} {jazz|piano|algo lento}.",
    "{Pergunte-me|Escreva-me} sobre $2 {e|que} {vai ver|falo uma hora}.",
    "{Primeira vez|É tudo novo}? {Não se preocupe|Explico tudo|Com calma}.",
    "{Casais|Principiantes|Pessoas mais velhas}: {todos bem-vindos|também bem-vindos}.",
    "{Vale de oferta|Visita mais longa|Reserva longa}: {é possível|a pedido}.",
};

static const char *const times[] = {
    "{Aberto|Livre|Disponível} das $t às $u{ nos dias úteis| toda a semana|, menos ao domingo|}.",
    "{Dias|Horário}: {segunda a $w|$w a domingo}, $t - $u.",
    "{Quase sempre|Sobretudo} {à noite|à tarde|de manhã}, {fim de semana|$w} {com marcação|a pedido}.",
    "{Esta semana|Até $w|Desde $w} {estou cá|pode vir}, a partir das $t.",
    "{Sem visitas|Fechado} à $w; {nos outros dias|senão} até às $u.",
};

static const char *const price[] = {
    "{Uma hora|60 minutos|A hora}: $e {euros|EUR|€}{, meia hora $f|}.",
    "{Tarifa|Preços}: $f {os 30 minutos|a meia hora}, $e {a hora|por hora}.",
    "{Preços|Tarifas} {a pedido|por telefone|se perguntar}{, justos e fixos|}.",
    "Desde $f {euros|EUR}{, sem surpresas|, tudo incluído|}.",
    "$e {por hora|a hora}{, com jantar mais tempo|, duas horas um pouco menos|}.",
};

static const char *const rules[] = {
    "{Por favor|Agradeço}: {sem|nada de} {chamadas anónimas|números ocultos}{ nem mensagens tarde|}.",
    "{Dinheiro|Dinheiro ou cartão}{, por favor|}, e {seja pontual|venha só|toque uma vez}.",
    "{Reserve|Avise} {uma hora|um dia|duas horas} antes{, por favor|}.",
    "{Respondo|Resposta} {só|primeiro} a mensagens {educadas|curtas|claras}.",
    "{Sem regatear|Não se negocia|Nada de conversas sem fim}{, obrigado|}.",
    "{A discrição|O respeito} {é de parte a parte|é natural|importa-me}.",
};

static const char *const phone[] = {
    "{Ligue|Ligue-me|Telefone} {para o |: |}$p{, também sms|}.",
    "{Encontra-me|Estou|Atendo} no $p{ a partir das $t|}.",
    "Tel{.|:|efone} $p{ ($n)|}",
    "{Mensagem|SMS|Escreva} para o $p com {o seu nome|dia e hora}.",
    "{O meu número é o|Número:|Telemóvel:} $p.",
    "{Para marcar|Reservas}: $p{, pergunte por $n|}.",
};

static const char *const mail[] = {
    "{Escreva|Escreva-me} para $m.",
    "{Perguntas|Reservas} {para|por mail:} $m",
    "{Leio o correio|Melhor por mail}: $m{, respondo num dia|}.",
};

static const char *const handle[] = {
    "{Encontra-me|Estou} no Parley{ como|:} @$h.",
    "Parley: $h",
    "{Ou|Melhor} {escreva|fale} {a |com |}$h {no Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Escreva|Deixe mensagem|Contacto} {por|com} {o formulário|este sítio|a caixa daqui}.",
    "{Use|Por favor use} o {formulário|botão de mensagem}{, respondo no mesmo dia|}.",
    "{Contacto|Reserva} {só|apenas} {por|em} {esta página|este sítio}.",
};

static const char *const closing[] = {
    "{Até breve|Até já|Até logo}{, $n|!|}",
    "{Espero|Fico à espera de} {uma chamada|uma mensagem|uma visita}{, $n|.|}",
    "{Cumprimentos|Um abraço|Com carinho}, $n",
    "{Cuide-se|Tenha um bom dia}{ e até breve em $c|}.",
    "{Não espere|Não pense} demais{, em breve sigo viagem|}.",
};

static const char *const driver[] = {
    "{Se não atender|Se estiver ocupado}, {tente|ligue} $q.",
    "{A recolha|O motorista} {atende|responde} no $q.",
};

static const char *const agency[] = {
    "{A nossa agência|A nossa casa} {trabalha|está} em $c {desde 20$x|há $d anos}{ e está registada|}.",
    "{Apresentamos|Na nossa equipa|Connosco:} $n, com $1 e $1, {para|pessoa certa para} $5.",
    "{O escritório|A receção} {atende|responde} das $t às $u, {todos os dias|segunda a $w}.",
    "{Todas as pessoas da equipa|Quem trabalha aqui} {escolhem|decide} o horário{ e há fatura|}.",
};

static const char *const spam[] = {
    "{Novidades|As melhores ofertas|Lista top} {em $c|perto de si}! {Ligue|Marque} $p {já|hoje}{, 24 horas|}!!",
    "{A sós|Sem nada que fazer}{ em $c|}? {Centenas|Milhares} esperam: $p {dia e noite|24/7}.",
    "{Grátis|Primeiros minutos}: {ligue|marque} $p, {nada a instalar|sem conta}{, $c e arredores|}.",
};

static const char *const footer[] = {
    "Este anúncio foi posto por um membro registado. Perguntas sobre o sítio? Ligue para o nosso serviço: $q.",
    "Cuidado: nunca pague adiantado. Linha de ajuda $q, todos os dias das 9 às 17.",
};

static const char *const notice[] = {
    "Denuncie este anúncio se não cumpre as regras. Nos dias úteis revemos à mão os anúncios novos.",
};

static const char *const safety[] = {
    "{Por segurança|Para estar segura}, {partilho um número com|estou em contacto com} {colegas|outras que trabalham sós}: $q.",
    "{Cuidamos umas das outras|Alguém sabe sempre onde estou}: no $q atende-se {se eu não puder|dia e noite}.",
};

static const char *const web[] = {
    "{Mais|Fotos e horário|Tudo} em $l",
    "{Veja|Visite|Página:} $l",
    "{Tarifas e fotos|Agenda}: $l",
};

static const char *const taste[] = {
    "Gosto da cozinha $g{ aqui perto|}.",
    "{Boa|Simples} cozinha $g {ao virar da esquina|muito perto|ao lado}.",
    "{Há|Ponho} música $g {à noite|às vezes|se quiser}.",
    "{Ao domingo|Com gosto} preparo comida $g.",
};

static const char *const split[] = {
    "$p {e depois|depois|e a seguir} $q",
    "$p ({agora|depois} o resto: $q)",
    "$p ... {continua com|seguido de} $q",
};

static const char *const quality[] = {
    "calma", "ternura", "atenção", "alegria", "paciência", "elegância", "cortesia", "discrição",
    "serenidade", "curiosidade", "simpatia", "sinceridade", "franqueza", "vivacidade", "espontaneidade",
    "sensibilidade", "cordialidade", "finura", "honestidade", "modéstia", "delicadeza", "imaginação",
    "doçura", "gentileza",
};

static const char *const interest[] = {
    "passear junto ao rio", "ver filmes antigos", "cozinhar", "viajar", "ler", "nadar", "visitar museus",
    "fotografar", "fazer ioga", "cuidar de plantas", "jogar xadrez", "dançar", "pintar", "beber bom vinho",
    "andar de bicicleta", "tocar piano", "ler policiais", "fazer cerâmica", "estar ao pé do mar",
    "aprender línguas", "ir ao teatro", "correr", "cantar", "ler poesia", "ver futebol",
};

static const char *const table[] = {
    "um copo de vinho", "uma chávena de chá", "um café fresco", "água com gás", "um jantar leve",
    "alguma fruta", "bom chocolate", "chá de menta", "uma bebida fresca", "um petisco", "bolo caseiro",
    "limonada", "chá verde", "pão com azeitonas", "um aperitivo",
};

static const char *const near[] = {
    "perto da estação", "na cidade velha", "junto ao parque", "ao lado do canal", "atrás do mercado",
    "numa rua calma", "a dez minutos do centro", "junto ao teatro", "nos arredores", "perto da circular",
    "por cima de uma loja", "não longe da catedral", "no porto", "no bairro dos museus", "perto da feira",
    "junto à universidade", "numa praça verde", "a duas paragens do centro", "em frente de uma padaria",
    "no sul da cidade",
};

static const char *const service[] = {
    "massagem", "massagem relaxante", "massagem com pedras quentes", "massagem aos pés",
    "massagem às costas", "bem-estar", "companhia para jantar", "aromaterapia", "uma noite de sauna",
    "alongamentos", "massagem à cabeça", "um banho calmo", "massagem desportiva", "companhia para eventos",
    "exercícios de respiração", "um passeio", "massagem a quatro mãos", "massagem com óleo",
    "uma volta pela cidade", "uma longa conversa",
};

static const char *const room[] = {
    "luz suave", "uma banheira grande", "velas", "lençóis lavados", "varanda", "música calma",
    "um bom duche", "mesa de massagem", "lareira", "tapetes grossos", "entrada privada", "elevador",
    "um pequeno jardim", "toalhas limpas", "ar condicionado", "um espelho grande", "cores quentes",
    "vista sobre os telhados",
};

static const char *const day[] = {
    "segunda", "terça", "quarta", "quinta", "sexta",
};

static const char *const nation[] = {
    "belga", "italiana", "francesa", "espanhola", "grega", "tailandesa", "japonesa", "chinesa", "indiana",
    "marroquina", "sueca", "turca",
};

/* clang-format on */

const struct lexicon lexicon_pt = {
    "pt",
    "h",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
