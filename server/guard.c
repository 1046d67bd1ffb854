/* Who may ask. */
#include "guard.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>

static bool make_secret(char out[SECRET_HEX])
{
    unsigned char bytes[SECRET_HEX / 2];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
    return true;
}

bool guard_init(struct guard *guard)
{
    memset(guard, 0, sizeof *guard);
    return pthread_mutex_init(&guard->lock, NULL) == 0 && make_secret(guard->token);
}

void guard_set_port(struct guard *guard, unsigned port)
{
    guard->port = port;
    snprintf(guard->cookie, sizeof guard->cookie, "bowline-%u", port);
}

void guard_release(struct guard *guard)
{
    pthread_mutex_destroy(&guard->lock);
}

static bool is_port(const char *text, unsigned port)
{
    char wanted[16];
    snprintf(wanted, sizeof wanted, ":%u", port);
    if (port)
        return strcmp(text, wanted) == 0;
    return *text == '\0' || (*text == ':' && text[1] && text[1 + strspn(text + 1, "0123456789")] == '\0');
}

bool guard_knows_host(const struct guard *guard, const char *host)
{
    static const char *const names[] = {"127.0.0.1", "localhost"};
    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i]);
        if (strncasecmp(host, names[i], length) == 0 && is_port(host + length, guard->port))
            return true;
    }
    return false;
}

bool guard_knows_origin(const struct guard *guard, const char *origin, const char *host)
{
    static const char scheme[] = "http://";
    return origin && host && strncmp(origin, scheme, sizeof scheme - 1) == 0 &&
           strcasecmp(origin + sizeof scheme - 1, host) == 0 && guard_knows_host(guard, host);
}

/* Takes the same time wherever the two differ, so that a secret cannot be found letter by letter. */
static bool is_secret(const char *a, const char *b)
{
    unsigned char differs = (unsigned char)(a[0] == '\0');
    if (strlen(b) != SECRET_HEX - 1)
        return false;
    for (size_t i = 0; i < SECRET_HEX - 1; i++)
        differs |= (unsigned char)(a[i] ^ b[i]);
    return differs == 0;
}

bool guard_exchange(struct guard *guard, const char *token, char session[SECRET_HEX])
{
    pthread_mutex_lock(&guard->lock);
    bool ok = token && is_secret(guard->token, token) && make_secret(session);
    if (ok) {
        memcpy(guard->sessions[guard->next], session, SECRET_HEX);
        guard->next = (guard->next + 1) % SESSIONS_MOST;
        if (!make_secret(guard->token))
            guard->token[0] = '\0';
    }
    pthread_mutex_unlock(&guard->lock);
    return ok;
}

bool guard_knows_session(struct guard *guard, const char *session)
{
    bool is_known = false;
    pthread_mutex_lock(&guard->lock);
    for (size_t i = 0; session && i < SESSIONS_MOST; i++)
        is_known |= is_secret(guard->sessions[i], session);
    pthread_mutex_unlock(&guard->lock);
    return is_known;
}

void guard_token(struct guard *guard, char out[SECRET_HEX])
{
    pthread_mutex_lock(&guard->lock);
    memcpy(out, guard->token, SECRET_HEX);
    pthread_mutex_unlock(&guard->lock);
}
