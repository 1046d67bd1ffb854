/* What people looked at. */
#include "consulted.h"

#include "exchange.h"

#include <stdio.h>
#include <string.h>

bool consulted_init(struct consulted *consulted)
{
    memset(consulted, 0, sizeof *consulted);
    return pthread_mutex_init(&consulted->lock, NULL) == 0;
}

void consulted_release(struct consulted *consulted)
{
    pthread_mutex_destroy(&consulted->lock);
}

/* Whether the list has the words as one of its items. */
static bool is_listed(const struct consulted *consulted, const char *words, size_t length)
{
    const char *at = consulted->objects;
    while (*at) {
        size_t item = strcspn(at, ",");
        if (item == length && memcmp(at, words, length) == 0)
            return true;
        at += item;
        at += strspn(at, ", ");
    }
    return false;
}

void consulted_add(struct consulted *consulted, const char *kind, const char *name, uint64_t records)
{
    char words[300];
    int length = snprintf(words, sizeof words, "%s%s%s", kind, *kind ? " " : "", name);
    if (length < 0 || (size_t)length >= sizeof words)
        length = (int)sizeof words - 1;
    pthread_mutex_lock(&consulted->lock);
    bool is_new = !is_listed(consulted, words, (size_t)length);
    if (is_new && consulted->length + (size_t)length + 3 < sizeof consulted->objects)
        consulted->length += (size_t)snprintf(consulted->objects + consulted->length,
                                              sizeof consulted->objects - consulted->length, "%s%s",
                                              consulted->length ? ", " : "", words);
    if (is_new)
        consulted->records += records;
    consulted->is_any = true;
    pthread_mutex_unlock(&consulted->lock);
}

enum bowline_status case_note(struct case_door *door, const struct bowline_log_note *note,
                              struct bowline_error *err)
{
    struct bowline_case *handle = NULL;
    case_door_close(door);
    enum bowline_status status = bowline_case_open(door->path, &handle, err);
    if (status == BOWLINE_OK)
        status = bowline_case_note(handle, note, err);
    bowline_case_close(handle);
    case_door_open(door, false);
    return status;
}

enum bowline_status consulted_note(struct consulted *consulted, struct case_door *door, const char *who,
                                   const char *purpose, struct bowline_error *err)
{
    pthread_mutex_lock(&consulted->lock);
    enum bowline_status status = BOWLINE_OK;
    if (consulted->is_any && !case_door_is_claimed(door)) {
        const struct bowline_log_note note = {.verb = "consultation",
                                              .command = "serve",
                                              .object = consulted->objects,
                                              .who = who,
                                              .purpose = purpose,
                                              .records = consulted->records};
        status = case_note(door, &note, err);
        if (status == BOWLINE_OK) {
            consulted->objects[0] = '\0';
            consulted->length = 0;
            consulted->records = 0;
            consulted->is_any = false;
        }
    }
    pthread_mutex_unlock(&consulted->lock);
    return status;
}
