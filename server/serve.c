/* The server: connections in, the table's answers out. */
#include "serve.h"

#include "routes.h"
#include "server.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* Four answers at once: an analyst's page asks for three. Limits against a page that asks too much. */
enum {
    ANSWERS_AT_ONCE = 4,
    CONNECTIONS_MOST = 64,
    HEADER_BYTES = 32768,
    IDLE_SECONDS = 60,
    BACKLOG = 64,
    NOTE_TENTHS = 600
};

void server_announce(struct server *server)
{
    char token[SECRET_HEX];
    char link[512];
    guard_token(&server->guard, token);
    if (server->options->socket_path)
        snprintf(link, sizeof link, "http://localhost/#token=%s", token);
    else
        snprintf(link, sizeof link, "http://127.0.0.1:%u/#token=%s", server->port, token);
    server->options->announce(server->options->context, link);
}

static const char *header(const struct exchange *x, const char *name)
{
    return MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, name);
}

static bool is_json(const struct exchange *x)
{
    static const char type[] = "application/json";
    const char *given = header(x, MHD_HTTP_HEADER_CONTENT_TYPE);
    return given && strncmp(given, type, sizeof type - 1) == 0 &&
           (given[sizeof type - 1] == '\0' || given[sizeof type - 1] == ';');
}

static bool is_too_long(const struct exchange *x)
{
    const char *length = header(x, MHD_HTTP_HEADER_CONTENT_LENGTH);
    return length && strtoull(length, NULL, 10) > x->route->body_most;
}

static void refuse(struct exchange *x, unsigned code, const char *word, const char *message)
{
    x->is_refused = true;
    exchange_error(x, code, word, message);
}

/* All that can be refused before a body is read. */
static void check_request(struct exchange *x, const char *method, const char *path)
{
    char allowed[32];
    struct guard *guard = &x->server->guard;
    const char *host = header(x, MHD_HTTP_HEADER_HOST);
    const char *session = MHD_lookup_connection_value(x->connection, MHD_COOKIE_KIND, guard->cookie);
    x->route = route_find(method, path, &x->number, allowed);
    if (!guard_knows_host(guard, host))
        refuse(x, MHD_HTTP_MISDIRECTED_REQUEST, "host", "this server has another name");
    else if (header(x, "Origin") && !guard_knows_origin(guard, header(x, "Origin"), host))
        refuse(x, MHD_HTTP_FORBIDDEN, "origin", "another page asks");
    else if (!x->route && !allowed[0])
        refuse(x, MHD_HTTP_NOT_FOUND, "not found", "there is nothing at this address");
    else if (!x->route) {
        refuse(x, MHD_HTTP_METHOD_NOT_ALLOWED, "method", "this address is not for that");
        if (x->response)
            MHD_add_response_header(x->response, MHD_HTTP_HEADER_ALLOW, allowed);
    } else if (x->route->access != ACCESS_OPEN && !guard_knows_session(guard, session))
        refuse(x, MHD_HTTP_UNAUTHORIZED, "session", "open the link that bowline serve printed");
    else if (!x->route->body_most)
        return;
    else if (!header(x, "Origin"))
        refuse(x, MHD_HTTP_FORBIDDEN, "origin", "a request that changes something must say its origin");
    else if (!is_json(x))
        refuse(x, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "type", "the body must be application/json");
    else if (is_too_long(x))
        refuse(x, MHD_HTTP_CONTENT_TOO_LARGE, "size", "the body is too long");
}

static struct exchange *exchange_new(struct server *server, struct MHD_Connection *connection,
                                     const char *method, const char *path)
{
    struct exchange *x = calloc(1, sizeof *x);
    if (!x)
        return NULL;
    x->server = server;
    x->connection = connection;
    check_request(x, method, path);
    if (!x->is_refused && x->route->body_most) {
        x->upload = malloc(x->route->body_most + 1);
        if (!x->upload)
            refuse(x, MHD_HTTP_INTERNAL_SERVER_ERROR, "memory", "out of memory");
    }
    return x;
}

/* A body that is longer than was said, or than is allowed, is read to its end and thrown away. */
static void take_upload(struct exchange *x, const char *bytes, size_t length)
{
    if (x->is_refused)
        return;
    if (!x->upload || length > x->route->body_most - x->upload_length) {
        refuse(x, MHD_HTTP_CONTENT_TOO_LARGE, "size", "the body is too long");
        return;
    }
    memcpy(x->upload + x->upload_length, bytes, length);
    x->upload_length += length;
}

static void read_body(struct exchange *x)
{
    if (x->is_refused || !x->route->body_most)
        return;
    x->body = json_loadb(x->upload, x->upload_length, JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_object(x->body))
        refuse(x, MHD_HTTP_BAD_REQUEST, "argument", "the body is not an object of JSON");
}

static void answer(struct exchange *x)
{
    struct bowline_error error = {BOWLINE_OK, ""};
    if (x->route->is_slow && pthread_mutex_trylock(&x->server->slow) != 0) {
        exchange_error(x, MHD_HTTP_SERVICE_UNAVAILABLE, "busy", "another long answer is being made");
        return;
    }
    if (x->route->answer(x, &error) != BOWLINE_OK) {
        if (x->response)
            MHD_destroy_response(x->response);
        x->response = NULL;
        exchange_failed(x, &error);
    }
    if (x->route->is_slow)
        pthread_mutex_unlock(&x->server->slow);
}

/* Its parameters are those that the library gives. NOLINTNEXTLINE(readability-function-size) */
static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload, size_t *length,
                              void **state)
{
    struct exchange *x = *state;
    (void)version;
    if (!x) {
        *state = x = exchange_new(context, connection, method, path);
        /* Where it is refused, its body need not come. */
        return !x ? MHD_NO : x->is_refused ? exchange_send(x) : MHD_YES;
    }
    if (*length) {
        take_upload(x, upload, *length);
        *length = 0;
        return MHD_YES;
    }
    read_body(x);
    if (!x->is_refused)
        answer(x);
    return exchange_send(x);
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode code)
{
    struct exchange *x = *state;
    (void)context;
    (void)connection;
    (void)code;
    if (!x)
        return;
    if (x->response)
        MHD_destroy_response(x->response);
    json_decref(x->body);
    free(x->upload);
    free(x);
    *state = NULL;
}

/* A zero byte would end a name before its end: it stays as it was written, and then names nothing. */
static size_t unescape(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strstr(text, "%00") ? strlen(text) : MHD_http_unescape(text);
}

static enum bowline_status fail_system(struct bowline_error *err, const char *what, const char *path)
{
    enum bowline_status status = errno == EADDRINUSE ? BOWLINE_ERROR_BUSY
                                 : errno == EACCES   ? BOWLINE_ERROR_PERMISSION
                                                     : BOWLINE_ERROR_IO;
    return exchange_fail(err, status, "%s %s: %s", what, path, strerror(errno));
}

/* A socket that nobody listens at is what a dead server left. */
static bool is_dead(const struct sockaddr_un *address)
{
    struct stat info;
    if (lstat(address->sun_path, &info) != 0 || !S_ISSOCK(info.st_mode))
        return false;
    int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool refused = probe >= 0 && connect(probe, (const struct sockaddr *)address, sizeof *address) != 0 &&
                   errno == ECONNREFUSED;
    if (probe >= 0)
        close(probe);
    return refused;
}

/* Its owner alone may reach it. */
static enum bowline_status listen_at(const char *path, int *out, struct bowline_error *err)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "%s: a socket's path has at most %zu bytes", path,
                             sizeof address.sun_path - 1);
    memcpy(address.sun_path, path, strlen(path) + 1);
    if (is_dead(&address))
        unlink(path);
    *out = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    mode_t before = umask(0177);
    bool ok = *out >= 0 && bind(*out, (const struct sockaddr *)&address, sizeof address) == 0 &&
              listen(*out, BACKLOG) == 0;
    umask(before);
    if (ok)
        return BOWLINE_OK;
    enum bowline_status status = fail_system(err, "cannot listen at", path);
    if (*out >= 0)
        close(*out);
    return status;
}

/* On this machine alone. The port is known before the first request can come. */
static enum bowline_status listen_on(struct server *server, int *out, struct bowline_error *err)
{
    char place[64];
    const int yes = 1;
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)server->options->port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    snprintf(place, sizeof place, "127.0.0.1:%u", server->options->port);
    *out = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool ok = *out >= 0 && setsockopt(*out, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
              bind(*out, (const struct sockaddr *)&address, sizeof address) == 0 &&
              listen(*out, BACKLOG) == 0 && getsockname(*out, (struct sockaddr *)&address, &length) == 0;
    if (ok) {
        server->port = ntohs(address.sin_port);
        return BOWLINE_OK;
    }
    enum bowline_status status = fail_system(err, "cannot listen at", place);
    if (*out >= 0)
        close(*out);
    return status;
}

static enum bowline_status start_daemon(struct server *server, struct bowline_error *err)
{
    int listening = -1;
    const char *path = server->options->socket_path;
    enum bowline_status status = path ? listen_at(path, &listening, err) : listen_on(server, &listening, err);
    if (status != BOWLINE_OK)
        return status;
    guard_set_port(&server->guard, server->port);
    server->daemon =
        MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, handle, server,
                         MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_THREAD_POOL_SIZE,
                         (unsigned)ANSWERS_AT_ONCE, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_BYTES,
                         MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_UNESCAPE_CALLBACK,
                         unescape, NULL, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (server->daemon)
        return BOWLINE_OK;
    close(listening);
    return exchange_fail(err, BOWLINE_ERROR_IO, "the system gives no threads for a server");
}

static void note_consulted(struct server *server)
{
    struct bowline_error error;
    const struct serve_options *options = server->options;
    if (consulted_note(&server->consulted, &server->door, options->who, options->purpose, &error) !=
        BOWLINE_OK)
        options->warn(options->context, error.message);
}

/* Before somebody asks. What fails now fails again when it is asked for, and is told then. */
static void warm_overview(struct server *server)
{
    char *copy = NULL;
    struct bowline_error ignored;
    if (!case_door_is_claimed(&server->door) &&
        overview_get(&server->overview, &server->door, &copy, &ignored) == BOWLINE_OK)
        free(copy);
}

static void wait_for_end(struct server *server)
{
    static const struct timespec tenth = {0, 100000000};
    for (unsigned tenths = 0; !server->options->should_stop(server->options->context); tenths++) {
        if (tenths % NOTE_TENTHS == NOTE_TENTHS - 1)
            note_consulted(server);
        if (tenths % 10 == 0)
            warm_overview(server);
        nanosleep(&tenth, NULL);
    }
}

static enum bowline_status serve_open_case(struct server *server, struct bowline_error *err)
{
    enum bowline_status status = start_daemon(server, err);
    if (status != BOWLINE_OK)
        return status;
    server_announce(server);
    wait_for_end(server);
    MHD_stop_daemon(server->daemon);
    rerun_stop(&server->rerun);
    note_consulted(server);
    if (server->options->socket_path)
        unlink(server->options->socket_path);
    return BOWLINE_OK;
}

enum bowline_status serve_case(const struct serve_options *options, struct bowline_error *err)
{
    static struct server server;
    server = (struct server){.options = options};
    enum bowline_status status = case_door_init(&server.door, options->case_path, err);
    if (status != BOWLINE_OK)
        return status;
    if (guard_init(&server.guard) && rerun_init(&server.rerun, &server.door) &&
        exports_init(&server.exports) && consulted_init(&server.consulted) &&
        overview_init(&server.overview) && pthread_mutex_init(&server.slow, NULL) == 0)
        status = serve_open_case(&server, err);
    else
        status = exchange_fail(err, BOWLINE_ERROR_IO, "the system gives no locks or no random bytes");
    rerun_release(&server.rerun);
    exports_release(&server.exports);
    consulted_release(&server.consulted);
    overview_release(&server.overview);
    guard_release(&server.guard);
    pthread_mutex_destroy(&server.slow);
    case_door_release(&server.door);
    return status;
}
