/* A small compiler of regular expressions over digits, and a backtracking machine: the patterns are tries in
 * disguise, so that it seldom goes back far. */
#include "identifiers/phone_pattern.h"

#include "base/memory.h"

#include <string.h>

#define STEPS_MOST (1u << 22)

enum step_kind { STEP_SET, STEP_CHOICE, STEP_JUMP, STEP_END };

struct compiler {
    struct phone_pattern_list *list;
    const char *at;
    bool failed;
};

static void emit(struct compiler *c, struct phone_pattern_step step)
{
    struct phone_pattern_list *list = c->list;
    if (c->failed || !memory_reserve(&list->steps, &list->capacity, list->count + 1, STEPS_MOST)) {
        list->failed |= !c->failed;
        c->failed = true;
        return;
    }
    list->steps[list->count++] = step;
}

/* Puts a step before those from `at` on: jumps inside them are relative and stay right. */
static void insert(struct compiler *c, size_t at, struct phone_pattern_step step)
{
    emit(c, step);
    if (c->failed)
        return;
    struct phone_pattern_step *steps = c->list->steps;
    memmove(steps + at + 1, steps + at, (c->list->count - 1 - at) * sizeof *steps);
    steps[at] = step;
}

static void copy(struct compiler *c, size_t from, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (c->failed)
            return;
        struct phone_pattern_step step = c->list->steps[from + i];
        emit(c, step);
    }
}

static bool is_digit(char d)
{
    return d >= '0' && d <= '9';
}

/* "[1-37]" */
static uint16_t read_set(struct compiler *c)
{
    unsigned digits = 0;
    for (c->at++; *c->at && *c->at != ']'; c->at++) {
        if (!is_digit(*c->at)) {
            c->failed = true;
            return 0;
        }
        char end = c->at[1] == '-' && is_digit(c->at[2]) ? c->at[2] : *c->at;
        unsigned first = (unsigned)(*c->at - '0') & 15;
        unsigned last = (unsigned)(end - '0') & 15;
        for (unsigned d = first; d <= last; d++)
            digits |= 1u << d;
        if (c->at[1] == '-')
            c->at += 2;
    }
    c->failed |= *c->at != ']';
    c->at += *c->at == ']';
    return (uint16_t)digits;
}

static void read_choice(struct compiler *c);

static void read_atom(struct compiler *c)
{
    if (*c->at == '(') {
        c->at += c->at[1] == '?' && c->at[2] == ':' ? 3 : 1;
        read_choice(c);
        c->failed |= *c->at != ')';
        c->at += *c->at == ')';
        return;
    }
    struct phone_pattern_step step = {.kind = STEP_SET, .count = 1};
    if (*c->at == '[') {
        step.digits = read_set(c);
    } else if (c->at[0] == '\\' && c->at[1] == 'd') {
        step.digits = 1023;
        c->at += 2;
    } else if (is_digit(*c->at)) {
        step.digits = (uint16_t)(1u << ((unsigned)(*c->at - '0') & 15));
        c->at++;
    } else {
        c->failed = true;
    }
    emit(c, step);
}

static unsigned read_number(struct compiler *c)
{
    unsigned value = 0;
    for (; is_digit(*c->at) && value < 100; c->at++)
        value = value * 10 + (unsigned)(*c->at - '0');
    return value;
}

/* Makes the atom from `begin` on stand least to most times. */
static void repeat(struct compiler *c, size_t begin, unsigned least, unsigned most)
{
    c->failed |= most == 0 || most > 20 || least > most;
    if (least == 0 && most > 1)
        repeat(c, begin, 1, most);
    if (c->failed)
        return;
    size_t size = c->list->count - begin;
    if (least == 0) {
        insert(c, begin, (struct phone_pattern_step){.kind = STEP_CHOICE, .to = (int32_t)size + 1});
        return;
    }
    if (size == 1 && c->list->steps[begin].kind == STEP_SET)
        c->list->steps[begin].count = (uint8_t)least;
    else
        for (unsigned i = 1; i < least; i++)
            copy(c, begin, size);
    for (unsigned i = least; i < most; i++) {
        emit(c, (struct phone_pattern_step){.kind = STEP_CHOICE, .to = (int32_t)((most - i) * (size + 1))});
        copy(c, begin, size);
        if (!c->failed && size == 1)
            c->list->steps[c->list->count - 1].count = 1;
    }
}

static void read_repeat(struct compiler *c, size_t begin)
{
    if (*c->at == '?') {
        c->at++;
        repeat(c, begin, 0, 1);
    } else if (*c->at == '{') {
        c->at++;
        unsigned least = read_number(c);
        unsigned most = least;
        if (*c->at == ',') {
            c->at++;
            most = read_number(c);
        }
        c->failed |= *c->at != '}';
        c->at += *c->at == '}';
        repeat(c, begin, least, most);
    }
}

static void read_sequence(struct compiler *c)
{
    while (!c->failed && *c->at && *c->at != '|' && *c->at != ')') {
        size_t begin = c->list->count;
        read_atom(c);
        read_repeat(c, begin);
    }
}

/* Alternatives: the first stands after a choice, and ends with a jump behind the others. */
static void read_choice(struct compiler *c)
{
    size_t begin = c->list->count;
    read_sequence(c);
    if (c->failed || *c->at != '|')
        return;
    c->at++;
    size_t size = c->list->count - begin;
    insert(c, begin, (struct phone_pattern_step){.kind = STEP_CHOICE, .to = (int32_t)size + 2});
    size_t jump = c->list->count;
    emit(c, (struct phone_pattern_step){.kind = STEP_JUMP});
    read_choice(c);
    if (!c->failed)
        c->list->steps[jump].to = (int32_t)(c->list->count - jump);
}

bool phone_pattern_compile(struct phone_pattern_list *list, const char *pattern, size_t *begin)
{
    struct compiler c = {.list = list, .at = pattern};
    *begin = list->count;
    read_choice(&c);
    emit(&c, (struct phone_pattern_step){.kind = STEP_END});
    return !c.failed && *c.at == 0;
}

void phone_pattern_release(struct phone_pattern_list *list)
{
    memory_free(list->steps);
    *list = (struct phone_pattern_list){0};
}

/* Whether so many digits are in the set. */
static bool fits(const struct phone_pattern_step *step, const char *digits)
{
    for (unsigned i = 0; i < step->count; i++)
        if (!digits[i] || !(step->digits >> (digits[i] - '0') & 1))
            return false;
    return true;
}

static bool run(const struct phone_pattern_step *step, const char *digits, bool is_prefix)
{
    for (;;) {
        switch ((enum step_kind)step->kind) {
        case STEP_SET:
            if (!fits(step, digits))
                return false;
            digits += step->count;
            step++;
            break;
        case STEP_CHOICE:
            if (run(step + 1, digits, is_prefix))
                return true;
            step += step->to;
            break;
        case STEP_JUMP: step += step->to; break;
        case STEP_END: return is_prefix || *digits == 0;
        }
    }
}

bool phone_pattern_match(const struct phone_pattern_list *list, size_t begin, const char *digits,
                         bool is_prefix)
{
    return run(list->steps + begin, digits, is_prefix);
}
