/* The page's files, which the build put into the program. */
#include "answers.h"

#define ASSET(name)                                                                                          \
    extern const unsigned char asset_##name[];                                                               \
    extern const unsigned char asset_##name##_end[]

ASSET(page);
ASSET(script);
ASSET(style);
ASSET(atlas);
ASSET(licences);
ASSET(openapi);

#define ANSWER_ASSET(name, type)                                                                             \
    enum bowline_status answer_##name(struct exchange *x, struct bowline_error *err)                         \
    {                                                                                                        \
        return exchange_bytes_answer(x, asset_##name, (size_t)(asset_##name##_end - asset_##name), type,     \
                                     err);                                                                   \
    }

ANSWER_ASSET(page, "text/html; charset=utf-8")
ANSWER_ASSET(script, "text/javascript; charset=utf-8")
ANSWER_ASSET(style, "text/css; charset=utf-8")
ANSWER_ASSET(atlas, "application/json; charset=utf-8")
ANSWER_ASSET(licences, "text/plain; charset=utf-8")
ANSWER_ASSET(openapi, "application/json; charset=utf-8")
