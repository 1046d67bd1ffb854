/* Rows "data set,measure,value" of how well templates find the groups of invented texts: at each rate of word
 * edits, in each script, with sentences reordered or texts cut off, with one group of a quarter of all texts,
 * and with boilerplate in every text. bench_template_quality [TEXTS [SEED [SCRIPT]]] */
#include "template_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void measure(struct world_options options, const char *name)
{
    struct world w;
    struct template_table table;
    template_table_init(&table);
    if (!world_init(&w, &options) || template_table_build(w.items, w.count, &template_defaults,
                                                          &parallel_serial, &table, NULL) != BOWLINE_OK)
        abort();
    struct world_measures m = world_measure(&w, &table);
    printf("templates-%zu,%s.%02.0f.recall,%.4f\n", options.texts, name, 100 * options.edit, m.recall);
    printf("templates-%zu,%s.%02.0f.precision,%.4f\n", options.texts, name, 100 * options.edit, m.precision);
    printf("templates-%zu,%s.%02.0f.adjusted_rand,%.4f\n", options.texts, name, 100 * options.edit, m.ari);
    fflush(stdout);
    template_table_release(&table);
    world_release(&w);
}

int main(int argc, char **argv)
{
    static const double edits[] = {0, .02, .04, .06, .12, .20};
    static const char *const changes[CHANGE_KINDS] = {"words", "reordered", "truncated"};
    const char *only = argc > 3 ? argv[3] : NULL;
    struct world_options options = {.texts = argc > 1 ? strtoull(argv[1], NULL, 10) : 20000,
                                    .alone = 0.6,
                                    .boilerplate = 0.5,
                                    .seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1};
    for (int script = 0; script < GENRE_SCRIPTS; script++)
        for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
            options.script = (enum genre_script)script;
            options.edit = edits[i];
            if (!only || strcmp(only, genre_script_names[script]) == 0)
                measure(options, genre_script_names[script]);
        }
    options.script = GENRE_LATIN;
    for (int change = CHANGE_ORDER; change < CHANGE_KINDS; change++)
        for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
            options.change = (enum world_change)change;
            options.edit = edits[i];
            if (!only || strcmp(only, changes[change]) == 0)
                measure(options, changes[change]);
        }
    options.change = CHANGE_WORDS;
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct world_options giant = options;
        struct world_options boilerplate = options;
        giant.edit = boilerplate.edit = edits[i];
        giant.giant = options.texts / 4;
        boilerplate.boilerplate = 1;
        if (!only || strcmp(only, "giant") == 0)
            measure(giant, "giant");
        if (!only || strcmp(only, "boilerplate") == 0)
            measure(boilerplate, "boilerplate");
    }
    return 0;
}
