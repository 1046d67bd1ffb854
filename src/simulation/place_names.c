/* Towns as other languages call them (their Wikipedias' titles); the others keep the name of the tables. */
#include "simulation/gazetteer.h"
#include "simulation/lexicon.h"

struct place_names {
    const char *name; /* of the tables */
    const char *in[LANGUAGE_COUNT];
};

/* clang-format off */
/* en, nl, fr, de, es, it, pt, ro, zh, ja, ru */
static const struct place_names names[PLACE_COUNT] = {
    {"Antwerp", {0, "Antwerpen", "Anvers", "Antwerpen", "Amberes", "Anversa", "Antuérpia", "Anvers", "安特卫普", "アントワープ", "Антверпен"}},
    {"Brussels", {0, "Brussel", "Bruxelles", "Brüssel", "Bruselas", "Bruxelles", "Bruxelas", "Bruxelles", "布鲁塞尔", "ブリュッセル", "Брюссель"}},
    {"Ghent", {0, "Gent", "Gand", "Gent", "Gante", "Gand", "Gante", "Gent", "根特", "ヘント", "Гент"}},
    {"Bruges", {0, "Brugge", "Bruges", "Brügge", "Brujas", "Bruges", "Bruges", "Bruges", "布鲁日", "ブルージュ", "Брюгге"}},
    {"Liège", {0, "Luik", "Liège", "Lüttich", "Lieja", "Liegi", "Liège", "Liège", "列日", "リエージュ", "Льеж"}},
    {"Leuven", {0, "Leuven", "Louvain", "Löwen", "Lovaina", "Lovanio", "Lovaina", "Leuven", "鲁汶", "ルーヴェン", "Лёвен"}},
    {"Mechelen", {0, "Mechelen", "Malines", "Mechelen", "Malinas", "Malines", "Malinas", "Mechelen", "梅赫伦", "メヘレン", "Мехелен"}},
    {"Hasselt", {0, 0, 0, 0, 0, 0, 0, 0, "哈瑟尔特", "ハッセルト", "Хасселт"}},
    {"Kortrijk", {0, "Kortrijk", "Courtrai", "Kortrijk", "Cortrique", "Courtrai", "Courtrai", "Kortrijk", "科特赖克", "コルトレイク", "Кортрейк"}},
    {"Charleroi", {0, 0, 0, 0, 0, 0, 0, 0, "沙勒罗瓦", "シャルルロワ", "Шарлеруа"}},
    {"Namur", {0, "Namen", "Namur", "Namur", "Namur", "Namur", "Namur", "Namur", "那慕尔", "ナミュール", "Намюр"}},
    {"Mons", {0, "Bergen", "Mons", "Mons", "Mons", "Mons", "Mons", "Mons", "蒙斯", "モンス", "Монс"}},
    {"Ostend", {0, "Oostende", "Ostende", "Ostende", "Ostende", "Ostenda", "Ostende", "Ostende", "奥斯坦德", "オーステンデ", "Остенде"}},
    {"Genk", {0, 0, 0, 0, 0, 0, 0, 0, "亨克", "ヘンク", "Генк"}},
    {"Aalst", {0, "Aalst", "Alost", "Aalst", "Aalst", "Aalst", "Aalst", "Aalst", "阿尔斯特", "アールスト", "Алст"}},
    {"Amsterdam", {0, 0, 0, 0, "Ámsterdam", 0, "Amesterdão", 0, "阿姆斯特丹", "アムステルダム", "Амстердам"}},
    {"Rotterdam", {0, 0, 0, 0, "Róterdam", 0, "Roterdão", 0, "鹿特丹", "ロッテルダム", "Роттердам"}},
    {"Breda", {0, 0, 0, 0, 0, 0, 0, 0, "布雷达", "ブレダ", "Бреда"}},
    {"Eindhoven", {0, 0, 0, 0, 0, 0, 0, 0, "埃因霍温", "アイントホーフェン", "Эйндховен"}},
    {"Maastricht", {0, 0, 0, 0, 0, 0, 0, 0, "马斯特里赫特", "マーストリヒト", "Маастрихт"}},
    {"Tilburg", {0, 0, 0, 0, 0, 0, 0, 0, "蒂尔堡", "ティルブルフ", "Тилбург"}},
    {"Utrecht", {0, 0, 0, 0, 0, 0, 0, 0, "乌得勒支", "ユトレヒト", "Утрехт"}},
    {"Lille", {0, "Rijsel", "Lille", "Lille", "Lille", "Lilla", "Lille", "Lille", "里尔", "リール", "Лилль"}},
    {"Paris", {0, "Parijs", "Paris", "Paris", "París", "Parigi", "Paris", "Paris", "巴黎", "パリ", "Париж"}},
    {"Valenciennes", {0, 0, 0, 0, 0, 0, 0, 0, "瓦朗谢讷", "ヴァランシエンヌ", "Валансьен"}},
    {"Metz", {0, 0, 0, 0, 0, 0, 0, 0, "梅斯", "メス", "Мец"}},
    {"Aachen", {0, "Aken", "Aix-la-Chapelle", "Aachen", "Aquisgrán", "Aquisgrana", "Aquisgrana", "Aachen", "亚琛", "アーヘン", "Ахен"}},
    {"Cologne", {0, "Keulen", "Cologne", "Köln", "Colonia", "Colonia", "Colónia", "Köln", "科隆", "ケルン", "Кёльн"}},
    {"Düsseldorf", {0, 0, 0, 0, 0, 0, 0, 0, "杜塞尔多夫", "デュッセルドルフ", "Дюссельдорф"}},
    {"Essen", {0, 0, 0, 0, 0, 0, 0, 0, "埃森", "エッセン", "Эссен"}},
    {"Dortmund", {0, 0, 0, 0, 0, 0, 0, 0, "多特蒙德", "ドルトムント", "Дортмунд"}},
    {"Luxembourg", {0, "Luxemburg", "Luxembourg", "Luxemburg", "Luxemburgo", "Lussemburgo", "Luxemburgo", "Luxemburg", "卢森堡", "ルクセンブルク", "Люксембург"}},
};
/* clang-format on */

const char *place_name(unsigned place, unsigned language)
{
    const char *name = names[place].in[language];
    return name ? name : names[place].name;
}
