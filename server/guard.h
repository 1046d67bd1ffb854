/* Who may ask: the names this server is reached by, one-time tokens, sessions. */
#ifndef SERVER_GUARD_H
#define SERVER_GUARD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define SECRET_HEX    65 /* 32 random bytes, with the closing zero */
#define SESSIONS_MOST 32 /* the oldest ends where there is one more */

struct guard {
    pthread_mutex_t lock;
    unsigned port; /* 0: a Unix socket, which any port may be forwarded to */
    char token[SECRET_HEX];
    char sessions[SESSIONS_MOST][SECRET_HEX];
    size_t next;
    char cookie[32]; /* its name: that of another port is another server's */
};

bool guard_init(struct guard *guard); /* false: the system gives no locks or no random bytes */
void guard_set_port(struct guard *guard, unsigned port);
void guard_release(struct guard *guard);

/* Host is this machine by its own name, so that no other name can be made to stand for it (DNS rebinding). */
bool guard_knows_host(const struct guard *guard, const char *host);

/* Origin is the page's own; NULL is nobody's. */
bool guard_knows_origin(const struct guard *guard, const char *origin, const char *host);

/* Uses up the token: writes a new session, and makes another token. False where the token is not it. */
bool guard_exchange(struct guard *guard, const char *token, char session[SECRET_HEX]);
bool guard_knows_session(struct guard *guard, const char *session);

/* The token that opens the page next. */
void guard_token(struct guard *guard, char out[SECRET_HEX]);

#endif
