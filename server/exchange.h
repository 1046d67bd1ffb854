/* One request and its answer. */
#ifndef SERVER_EXCHANGE_H
#define SERVER_EXCHANGE_H

#include <bowline/bowline.h>

#include <jansson.h>
#include <microhttpd.h>

struct route;
struct server;

struct exchange {
    struct server *server;
    struct MHD_Connection *connection;
    const struct route *route;
    uint32_t number; /* of the path */
    char *upload;    /* the body as it came */
    size_t upload_length;
    bool is_refused; /* answered before its body was read */
    json_t *body;    /* of a POST: an object */
    /* The answer. */
    unsigned code;
    struct MHD_Response *response;
};

/* A parameter after the "?"; NULL where it is not given. */
const char *exchange_query(const struct exchange *x, const char *name);

/* The same where the request is wrong without it: BOWLINE_ERROR_ARGUMENT says which is missing. */
enum bowline_status exchange_need(const struct exchange *x, const char *name, const char **out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* How many rows the request asks for, within what its route allows. */
enum bowline_status exchange_rows(const struct exchange *x, unsigned *out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A text of the body; NULL where it is not there or no text. */
const char *exchange_text(const struct exchange *x, const char *name);

enum bowline_status exchange_fail(struct bowline_error *err, enum bowline_status status, const char *format,
                                  ...) __attribute__((format(printf, 3, 4)));

/* Answers with JSON. Takes over json. */
enum bowline_status exchange_text_answer(struct exchange *x, struct bowline_text *json,
                                         struct bowline_error *err);
enum bowline_status exchange_json_answer(struct exchange *x, unsigned code, json_t *json,
                                         struct bowline_error *err);

/* The same from a text for free(), which it takes over. */
enum bowline_status exchange_copy_answer(struct exchange *x, char *json, struct bowline_error *err);

/* Answers with bytes that stay. */
enum bowline_status exchange_bytes_answer(struct exchange *x, const void *bytes, size_t length,
                                          const char *type, struct bowline_error *err);

/* Answers that something failed. */
void exchange_error(struct exchange *x, unsigned code, const char *word, const char *message);
void exchange_failed(struct exchange *x, const struct bowline_error *err);

/* Puts the headers that every answer has, and sends it. */
enum MHD_Result exchange_send(struct exchange *x);

#endif
