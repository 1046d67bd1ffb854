/* Names: parsed and compared, by grade, for pairs of one person and for pairs drawn at random; then the time.
 * bench_names [FILE], where a line is a person, a tab, a name; lines of one person stand together. Without a
 * file, invented people with two names each. */
#include "base/memory.h"
#include "base/random.h"
#include "names/parsed_name.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { GRADES = NAMES_DIFFERENT + 1, LINE_MOST = 2000 };

struct people {
    struct parsed_name *names;
    uint32_t *person;
    size_t count, names_capacity, person_capacity;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool add_name(struct people *p, uint32_t person, const char *name, double *seconds)
{
    if (!memory_reserve(&p->names, &p->names_capacity, p->count + 1, 1u << 26) ||
        !memory_reserve(&p->person, &p->person_capacity, p->count + 1, 1u << 26))
        return false;
    double begin = now();
    name_parse(span_of(name), &p->names[p->count]);
    *seconds += now() - begin;
    p->person[p->count++] = person;
    return true;
}

static bool invent_people(struct people *p, double *seconds)
{
    static const char *const given[] = {"Elizabeth", "Jan",   "William", "Maria",
                                        "Pieter",    "Sofia", "Anton",   "Irina"};
    static const char *const family[] = {"ar", "ber", "cor", "del", "fen", "gar", "hol", "kem", "lin", "mor"};
    bool is_done = true;
    for (uint32_t i = 0; i < 20000 && is_done; i++) {
        char name[80];
        const char *first = given[i % 8];
        snprintf(name, sizeof name, "%s van %s%s%s", first, family[i % 10], family[i / 10 % 10],
                 family[i / 100 % 10]);
        is_done = add_name(p, i, name, seconds);
        snprintf(name, sizeof name, "%s%s%s, %c.", family[i % 10], family[i / 10 % 10], family[i / 100 % 10],
                 first[0]);
        is_done = is_done && add_name(p, i, name, seconds);
    }
    return is_done;
}

static bool read_people(FILE *file, struct people *p, double *seconds)
{
    static char line[LINE_MOST];
    static char last[LINE_MOST];
    uint32_t person = 0;
    while (fgets(line, sizeof line, file)) {
        char *tab = strchr(line, '\t');
        if (!tab)
            continue;
        *tab = 0;
        person += strcmp(line, last) != 0;
        memcpy(last, line, strlen(line) + 1);
        tab[1 + strcspn(tab + 1, "\n")] = 0;
        if (!add_name(p, person, tab + 1, seconds))
            return false;
    }
    return true;
}

static void add(const struct people *p, size_t a, size_t b, uint64_t tally[GRADES])
{
    struct name_agreement agreement;
    name_compare(&p->names[a], &p->names[b], &agreement);
    tally[agreement.grade]++;
}

static void print_tally(const char *what, const uint64_t tally[GRADES], double seconds)
{
    uint64_t all = 0;
    for (unsigned g = 0; g < GRADES; g++)
        all += tally[g];
    printf("%s: %llu pairs, %.2f million a second\n", what, (unsigned long long)all,
           (double)all / seconds / 1e6);
    for (unsigned g = 0; g < GRADES; g++)
        printf("  %-10s %10llu  %8.4f %%\n", names_grade_name((enum names_grade)g),
               (unsigned long long)tally[g], all ? 100.0 * (double)tally[g] / (double)all : 0);
}

int main(int argc, char **argv)
{
    struct people p = {0};
    double parsing = 0;
    uint64_t same[GRADES] = {0};
    uint64_t drawn[GRADES] = {0};
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (argc > 1 && !file)
        return 1;
    bool is_done = file ? read_people(file, &p, &parsing) : invent_people(&p, &parsing);
    if (file)
        fclose(file);
    if (!is_done || p.count < 2)
        return 1;
    printf("%zu names parsed, %.2f million a second\n", p.count, (double)p.count / parsing / 1e6);
    double begin = now();
    for (size_t i = 0; i < p.count; i++)
        for (size_t j = i + 1; j < p.count && p.person[j] == p.person[i]; j++)
            add(&p, i, j, same);
    double middle = now();
    struct random random;
    random_init(&random, 1);
    for (unsigned i = 0; i < 2000000; i++) {
        size_t a = random_below(&random, (uint32_t)p.count);
        size_t b = random_below(&random, (uint32_t)p.count);
        if (p.person[a] != p.person[b])
            add(&p, a, b, drawn);
    }
    print_tally("of one person", same, middle - begin);
    print_tally("at random", drawn, now() - middle);
    memory_free(p.names);
    memory_free(p.person);
    return 0;
}
