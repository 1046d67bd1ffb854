/* Handles: names at messengers and social sites, written "service:name", "service @name", or as a link.
 * Services that go by phone number give phones. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define NAME_LEAST 3
#define NAME_MOST  64

struct service {
    const char *word; /* as people write it */
    const char *name; /* as it is kept */
    bool is_plain;    /* also an everyday word: the name must look like a name */
};

static const struct service services[] = {
    {"telegram", "telegram", false},
    {"tg", "telegram", false},
    {"whatsapp", "whatsapp", false},
    {"wa", "whatsapp", false},
    {"instagram", "instagram", false},
    {"insta", "instagram", false},
    {"ig", "instagram", false},
    {"snapchat", "snapchat", false},
    {"snap", "snapchat", true},
    {"sc", "snapchat", true},
    {"facebook", "facebook", false},
    {"fb", "facebook", false},
    {"messenger", "facebook", true},
    {"twitter", "twitter", false},
    {"tiktok", "tiktok", false},
    {"onlyfans", "onlyfans", false},
    {"fansly", "fansly", false},
    {"wechat", "wechat", false},
    {"weixin", "wechat", false},
    {"line", "line", true},
    {"kik", "kik", false},
    {"signal", "signal", true},
    {"viber", "viber", false},
    {"skype", "skype", false},
    {"discord", "discord", false},
    {"vk", "vk", false},
    {"threema", "threema", false},
    {"wickr", "wickr", false},
    {"session", "session", true},
    {"threads", "threads", true},
    {"reddit", "reddit", false},
    {"linkedin", "linkedin", false},
    {"youtube", "youtube", false},
    {"linktree", "linktree", false},
    {"whats", "whatsapp", true},
    {"parley", "parley", false}, /* nobody's: the service of invented cases */
    {"微信", "wechat", false},
    {"微信号", "wechat", false},
    {"加微信", "wechat", false},
    {"加微", "wechat", false},
    {"加v", "wechat", false},
    {"v信", "wechat", false},
    {"vx", "wechat", true},
    {"wx", "wechat", true},
    {"威信", "wechat", false},
    {"薇信", "wechat", false},
    {"維信", "wechat", false},
    {"电报", "telegram", false},
    {"電報", "telegram", false},
    {"飞机", "telegram", true}, /* an aeroplane, for the paper one of its sign */
    {"飛機", "telegram", true},
    {"テレグラム", "telegram", false},
    {"推特", "twitter", false},
    {"ツイッター", "twitter", false},
    {"抖音", "tiktok", false},
    {"インスタ", "instagram", false},
    {"ライン", "line", true},
    {"カカオ", "kakao", true},
    {"\xd1\x82\xd0\xb5\xd0\xbb\xd0\xb5\xd0\xb3\xd1\x80\xd0\xb0\xd0\xbc", "telegram", false},
    {"\xd0\xb8\xd0\xbd\xd1\x81\xd1\x82\xd0\xb0\xd0\xb3\xd1\x80\xd0\xb0\xd0\xbc", "instagram", false},
};

struct link {
    const char *host;
    const char *service;
    const char *before; /* what stands in the path before the name */
};

static const struct link links[] = {
    {"t.me", "telegram", "s/"},
    {"t.me", "telegram", ""},
    {"telegram.me", "telegram", ""},
    {"telegram.dog", "telegram", ""},
    {"wa.me", "whatsapp", ""},
    {"api.whatsapp.com", "whatsapp", "send?phone="},
    {"api.whatsapp.com", "whatsapp", "send/?phone="},
    {"whatsapp.com", "whatsapp", "send?phone="},
    {"web.whatsapp.com", "whatsapp", "send?phone="},
    {"instagram.com", "instagram", ""},
    {"instagr.am", "instagram", ""},
    {"facebook.com", "facebook", ""},
    {"m.facebook.com", "facebook", ""},
    {"fb.com", "facebook", ""},
    {"fb.me", "facebook", ""},
    {"m.me", "facebook", ""},
    {"twitter.com", "twitter", ""},
    {"mobile.twitter.com", "twitter", ""},
    {"x.com", "twitter", ""},
    {"tiktok.com", "tiktok", "@"},
    {"snapchat.com", "snapchat", "add/"},
    {"onlyfans.com", "onlyfans", ""},
    {"fansly.com", "fansly", ""},
    {"linkedin.com", "linkedin", "in/"},
    {"youtube.com", "youtube", "@"},
    {"vk.com", "vk", ""},
    {"threads.net", "threads", "@"},
    {"linktr.ee", "linktree", ""},
    {"reddit.com", "reddit", "user/"},
    {"reddit.com", "reddit", "u/"},
    {"signal.me", "signal", "#p/"},
    {"line.me", "line", "ti/p/~"},
};

/* Pages of those sites that are nobody's. */
static const char *const pages[] = {
    "explore",     "reel",     "reels",   "stories",  "share",       "sharer",  "sharer.php", "intent",
    "home",        "login",    "groups",  "pages",    "watch",       "events",  "hashtag",    "search",
    "about",       "help",     "privacy", "joinchat", "addstickers", "message", "people",     "profile.php",
    "marketplace", "settings", "signup",  "download", "terms",       NULL,
};

static const struct service *service_find(struct span word)
{
    for (size_t i = 0; i < sizeof services / sizeof services[0]; i++)
        if (word_equal(word, services[i].word))
            return &services[i];
    return NULL;
}

static bool goes_by_phone(const char *service)
{
    return strcmp(service, "whatsapp") == 0 || strcmp(service, "signal") == 0 ||
           strcmp(service, "viber") == 0 || strcmp(service, "telegram") == 0;
}

static bool is_name_byte(char c)
{
    return is_alnum(c) || c == '_' || c == '.' || c == '-';
}

/* The name that begins at `at`; a full stop or dash at its end belongs to the sentence. */
static size_t name_end(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && end - at <= NAME_MOST && is_name_byte(text.at[end]))
        end++;
    if (end - at > NAME_MOST || letter_at(text, end))
        return at;
    while (end > at && (text.at[end - 1] == '.' || text.at[end - 1] == '-'))
        end--;
    return end;
}

static bool is_phone_like(struct span name)
{
    size_t digits = 0;
    for (size_t i = 0; i < name.length; i++) {
        if (!is_digit(name.at[i]) && !strchr("+ .-()/", name.at[i]))
            return false;
        digits += is_digit(name.at[i]);
    }
    return digits >= 7;
}

/* Names have a letter, or are long numbers; and no shape that is surely something else. */
static bool is_name(struct span name)
{
    size_t letters = 0;
    for (size_t i = 0; i < name.length; i++) {
        if (!is_name_byte(name.at[i]))
            return false;
        letters += is_letter(name.at[i]);
    }
    return name.length >= 2 && name.length <= NAME_MOST && letters > 0;
}

static bool take_name(struct scan *scan, const char *service, struct span name, size_t start, size_t end)
{
    char value[NAME_MOST + 16];
    size_t length = 0;
    for (; service[length]; length++)
        value[length] = service[length];
    value[length++] = ':';
    for (size_t i = 0; i < name.length; i++)
        value[length++] = to_lower(name.at[i]);
    scan_found(scan, IDENTIFIER_HANDLE, start, end, (struct span){value, length});
    return true;
}

bool handle_take(struct scan *scan, struct span service, struct span name, size_t start, size_t end)
{
    const struct service *known = service_find(service);
    if (known && goes_by_phone(known->name) && is_phone_like(name))
        return phone_take_international(scan, name, start, end);
    if (!is_name(name) || name.length < 2)
        return false;
    if (known || service.length == 0)
        return take_name(scan, known ? known->name : "", name, start, end);
    char word[17] = "";
    if (service.length >= sizeof word)
        return false;
    for (size_t i = 0; i < service.length; i++)
        word[i] = to_lower(service.at[i]);
    return take_name(scan, word, name, start, end);
}

static bool take_path(struct scan *scan, const struct link *link, struct span path, size_t start, size_t end)
{
    size_t skip = strlen(link->before);
    if (path.length < skip || memcmp(path.at, link->before, skip) != 0)
        return false;
    size_t stop = skip;
    while (stop < path.length && !strchr("/?#&", path.at[stop]))
        stop++;
    struct span name = span_part(path, skip, stop);
    if (name.length > 3 && memcmp(name.at, "%2B", 3) == 0)
        name = span_part(name, 3, name.length);
    if (name.length > 1 && name.at[0] == '@')
        name = span_part(name, 1, name.length);
    return !word_among(name, pages) && name.length <= NAME_MOST &&
           handle_take(scan, span_of(link->service), name, start, end);
}

bool handle_take_link(struct scan *scan, struct span host, struct span path, size_t start, size_t end)
{
    for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
        if (span_equal(host, span_of(links[i].host)) && take_path(scan, &links[i], path, start, end))
            return true;
    return false;
}

/* Whether the name could not be an everyday word. */
static bool looks_chosen(struct span name)
{
    for (size_t i = 0; i < name.length; i++)
        if (is_digit(name.at[i]) || name.at[i] == '_' || (name.at[i] == '.' && i + 1 < name.length))
            return true;
    return false;
}

bool handle_is_service(struct span word)
{
    const struct service *service = word.length ? service_find(word) : NULL;
    return service && !service->is_plain;
}

size_t handle_name_end(struct span text, size_t at)
{
    return name_end(text, at);
}

size_t handle_take_named(struct scan *scan, struct span word, struct span name, size_t start, size_t end,
                         struct handle_marks marks)
{
    bool is_signed = marks.is_signed;
    const struct service *service = service_find(word);
    if (!service || start < scan->floor || name.length < NAME_LEAST || !is_name(name) ||
        is_phone_like(name) || char_at(scan->text, end) == '@' || (!is_signed && !looks_chosen(name)) ||
        (!is_signed && !is_letter(name.at[0])))
        return 0;
    struct find *now = &scan->reader->finds->now;
    uint8_t before = now->form;
    now->form = before == FORM_COLUMN ? before : (uint8_t)marks.form;
    take_name(scan, service->name, name, start, end);
    now->form = before;
    return end;
}

static size_t take_text(struct scan *scan, size_t service_end, size_t name, bool is_signed)
{
    struct span text = scan->text;
    struct span word = word_before(text, service_end);
    size_t start = service_end - word.length;
    const struct service *known = service_find(word);
    if (!known || start < scan->floor || letter_before(text, start) || is_digit(char_before(text, start)))
        return 0;
    size_t end = name_end(text, name);
    struct span value = span_part(text, name, end);
    if (value.length < NAME_LEAST || !is_name(value) || char_at(text, end) == '@')
        return 0;
    if (!is_signed && known->is_plain && !looks_chosen(value))
        return 0;
    take_name(scan, known->name, value, start, end);
    return end;
}

/* Back over what may stand between a service and "@name". */
static size_t back_to_service(struct span text, size_t at)
{
    size_t back = at;
    while (back > 0 && at - back < 4 && strchr(" :-(=", text.at[back - 1]))
        back--;
    return back;
}

size_t handle_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    if (text.at[at] == '@') {
        size_t end = take_text(scan, back_to_service(text, at), at + 1, true);
        return end ? end : handle_bare_at(scan, at);
    }
    if (char_at(text, at + 1) == '@' || char_at(text, at + 1) == '/')
        return 0;
    size_t name = at + 1;
    while (name < text.length && name < at + 3 && text.at[name] == ' ')
        name++;
    size_t end = name_end(text, name);
    if (name > at + 1 && !looks_chosen(span_part(text, name, end)))
        return 0;
    return take_text(scan, at, name, false);
}

static const char *cell_without_service(struct scan *scan, size_t start, size_t end)
{
    struct span name = span_part(scan->text, start, end);
    if (name.length && name.at[0] == '@')
        name = span_part(name, 1, name.length);
    if (name.length > NAME_MOST)
        return "not a handle: too long";
    bool is_taken = handle_take(scan, (struct span){"", 0}, name, start, end);
    return is_taken ? NULL
                    : "not a handle: a name has two or more letters, digits, dots, dashes, underscores";
}

const char *handle_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    if (memchr(piece.at, '/', piece.length))
        return url_cell(scan, start, end);
    const char *colon = memchr(piece.at, ':', piece.length);
    if (!colon)
        return cell_without_service(scan, start, end);
    struct span service = span_trim(span_part(piece, 0, (size_t)(colon - piece.at)));
    struct span name = span_trim(span_part(piece, (size_t)(colon - piece.at) + 1, piece.length));
    const struct service *known = service_find(service);
    if (known && goes_by_phone(known->name) && is_phone_like(name))
        return phone_cell(scan, (size_t)(name.at - scan->text.at),
                          (size_t)(name.at - scan->text.at) + name.length);
    if (name.length && name.at[0] == '@')
        name = span_part(name, 1, name.length);
    if (name.length > NAME_MOST || service.length == 0)
        return name.length > NAME_MOST ? "not a handle: too long"
                                       : cell_without_service(scan, start + 1, end);
    return handle_take(scan, service, name, start, end)
               ? NULL
               : "not a handle: a name has two or more letters, digits, dots, dashes, underscores";
}
