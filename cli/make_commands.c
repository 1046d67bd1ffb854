/* bowline init, run and simulate: commands that make files. */
#include "answer.h"
#include "commands.h"
#include "json_fields.h"
#include "note.h"
#include "progress.h"
#include "render.h"
#include "signals.h"

#include <bowline/bowline.h>
#include <string.h>
#include <time.h>

int command_init(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    const char *output = option_text(arguments, "output");
    output = output ? output : "datapackage.json";
    if (bowline_package_init(arguments->operands, arguments->operand_count, output, &json, &error)) {
        return answer_fail(&error);
    }
    int code = answer_print(arguments, &json, render_init);
    if (code != EXIT_OK || option_flag(arguments, "json")) {
        return code;
    }
    return answer_say("Wrote %s. Kinds and roles are guesses: read it and correct them. Next: bowline run %s "
                      "-o case.bowline",
                      output, output);
}

static double steady_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static json_t *summary_json(const struct bowline_run_summary *summary, const char *path, double seconds)
{
    const struct {
        const char *name;
        uint64_t count;
    } counts[] = {
        {"records", summary->records},
        {"rejected", summary->rejected},
        {"identifiers", summary->identifiers},
        {"templates", summary->templates},
        {"links", summary->links},
        {"entities", summary->entities},
        {"networks", summary->networks},
        {"decisions", summary->decisions},
        {"decisions_lost", summary->decisions_lost},
        {"bytes", summary->bytes},
        {"stages_run", summary->stages_run},
        {"stages_fresh", summary->stages_fresh},
    };
    json_t *answer = json_object();
    json_object_set_new(answer, "case", json_string(path));
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        json_object_set_new(answer, counts[i].name, json_integer((json_int_t)counts[i].count));
    }
    json_object_set_new(answer, "sealed", json_boolean(summary->sealed));
    json_object_set_new(answer, "seconds", json_real((double)(uint64_t)(seconds * 1000) / 1000));
    return answer;
}

int command_run(const struct arguments *arguments)
{
    const char *path = option_text(arguments, "output");
    bool quiet = option_flag(arguments, "quiet");
    struct bowline_error error = {0};
    struct bowline_run_summary summary = {0};
    struct bowline_run_options options = bowline_run_defaults;
    struct progress progress;
    double start = steady_seconds();
    progress_init(&progress, quiet);
    signals_catch();
    options.threads = (unsigned)option_number(arguments, "threads", options.threads);
    options.most_rejects = option_number(arguments, "max-rejects", options.most_rejects);
    options.who = note_who(arguments);
    options.purpose = option_text(arguments, "purpose");
    options.progress = progress_show;
    options.progress_context = &progress;
    enum bowline_status status = bowline_run(arguments->operands[0], path, &options, &summary, &error);
    progress_end(&progress);
    if (status) {
        return answer_fail(&error);
    }
    if (quiet && !option_flag(arguments, "json")) {
        return EXIT_OK;
    }
    return answer_print_own(arguments, summary_json(&summary, path, steady_seconds() - start), render_run);
}

/* The options that change a preset; the preset first. */
static enum bowline_status read_dials(const struct arguments *arguments, struct bowline_simulation *options,
                                      struct bowline_error *error)
{
    const char *preset = option_text(arguments, "preset");
    const char *decoys = option_text(arguments, "decoys");
    const char *languages = option_text(arguments, "languages");
    enum bowline_status status = BOWLINE_OK;
    if (preset) {
        status = bowline_simulation_take_preset(options, preset, error);
    }
    if (!status && decoys) {
        status = bowline_simulation_take_decoys(options, decoys, error);
    }
    if (!status && languages) {
        status = bowline_simulation_take_languages(options, languages, error);
    }
    return status;
}

static void read_numbers(const struct arguments *arguments, struct bowline_simulation *options)
{
    const struct {
        const char *name;
        uint32_t *number;
    } numbers[] = {
        {"ads", &options->ads},
        {"stays", &options->stays},
        {"payments", &options->payments},
        {"calls", &options->calls},
        {"rings", &options->rings},
        {"members", &options->members},
        {"advertised", &options->advertised},
        {"premises", &options->premises},
        {"months", &options->months},
        {"edits", &options->edits},
        {"reuse", &options->reuse},
        {"obfuscation", &options->obfuscation},
        {"dirt", &options->dirt},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        *numbers[i].number = (uint32_t)option_number(arguments, numbers[i].name, *numbers[i].number);
    }
    options->seed = option_number(arguments, "seed", options->seed);
    options->swap_nationality = option_text(arguments, "swap-words") != NULL;
    if (option_text(arguments, "centre")) {
        options->centre = option_text(arguments, "centre");
    }
}

int command_simulate(const struct arguments *arguments)
{
    struct bowline_error error = {0};
    struct bowline_simulation options = bowline_simulation_defaults;
    const char *folder = arguments->operands[0];
    if (read_dials(arguments, &options, &error)) {
        return answer_usage(arguments->command, "%s", error.message);
    }
    read_numbers(arguments, &options);
    if (bowline_simulate(folder, &options, &error)) {
        return answer_fail(&error);
    }
    return answer_say(
        "Wrote an invented case into %s. Next: bowline run %s/datapackage.json -o %s/case.bowline", folder,
        folder, folder);
}
