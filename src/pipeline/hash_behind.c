/* Hashing behind reading: a thread and one block between it and the caller. */
#include "pipeline/hash_behind.h"

#include "base/memory.h"

#include <pthread.h>

struct hash_behind {
    struct digest *digest;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct span block; /* to hash; at is NULL where there is none */
    bool ending;
};

static void *hash_blocks(void *argument)
{
    struct hash_behind *b = argument;
    pthread_mutex_lock(&b->lock);
    for (;;) {
        while (!b->block.at && !b->ending)
            pthread_cond_wait(&b->changed, &b->lock);
        if (!b->block.at)
            break;
        struct span block = b->block;
        pthread_mutex_unlock(&b->lock);
        digest_update(b->digest, block.at, block.length);
        pthread_mutex_lock(&b->lock);
        b->block = (struct span){NULL, 0};
        pthread_cond_signal(&b->changed);
    }
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

struct hash_behind *hash_behind_new(struct digest *digest)
{
    struct hash_behind *b = memory_new(1, sizeof *b);
    if (!b)
        return NULL;
    b->digest = digest;
    pthread_mutex_init(&b->lock, NULL);
    pthread_cond_init(&b->changed, NULL);
    if (pthread_create(&b->thread, NULL, hash_blocks, b) == 0)
        return b;
    pthread_cond_destroy(&b->changed);
    pthread_mutex_destroy(&b->lock);
    memory_free(b);
    return NULL;
}

void hash_behind_push(struct hash_behind *b, struct span block)
{
    pthread_mutex_lock(&b->lock);
    while (b->block.at)
        pthread_cond_wait(&b->changed, &b->lock);
    b->block = block;
    pthread_cond_signal(&b->changed);
    pthread_mutex_unlock(&b->lock);
}

void hash_behind_free(struct hash_behind *b)
{
    if (!b)
        return;
    pthread_mutex_lock(&b->lock);
    b->ending = true;
    pthread_cond_signal(&b->changed);
    pthread_mutex_unlock(&b->lock);
    pthread_join(b->thread, NULL);
    pthread_cond_destroy(&b->changed);
    pthread_mutex_destroy(&b->lock);
    memory_free(b);
}
