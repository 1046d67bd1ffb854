/* A run: brings every stage of a case up to date, each in a transaction of its own. */
#include "pipeline/run.h"

#include "base/memory.h"
#include "pipeline/case_package.h"
#include "pipeline/fingerprint.h"
#include "pipeline/package_file.h"
#include "pipeline/pool.h"
#include "pipeline/run_progress.h"
#include "store/audit_store.h"
#include "store/erase_store.h"
#include "store/read_records.h"
#include "store/stage_store.h"
#include "store/table_digest.h"
#include "store/totals.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A summary is a sentence. */
enum { MOST_SUMMARY = 1000, MOST_DESCRIPTION = 64 << 20 };

struct run {
    const struct bowline_run_options *options;
    unsigned threads;
    struct package_file package;
    struct store *store;
    const char *command; /* for the log */
    struct pool *pool;
    struct case_tables tables;
    struct run_progress progress;
    struct fingerprints fingerprints;
    char sources[DIGEST_HEX];
    struct decided_digests decided;
    struct buffer summary;
    bool is_fresh[STAGE_COUNT];
    char parameters[128]; /* as the log commits to them */
};

static void run_init(struct run *run, const struct bowline_run_options *options)
{
    *run = (struct run){.options = options, .threads = options->threads, .command = "run"};
    if (run->threads == 0) {
        long online = sysconf(_SC_NPROCESSORS_ONLN);
        run->threads = online > 0 ? (unsigned)online : 1;
    }
    if (options->most_rejects != UINT64_MAX)
        snprintf(run->parameters, sizeof run->parameters, "max-rejects=%llu",
                 (unsigned long long)options->most_rejects);
    case_tables_init(&run->tables);
    buffer_init(&run->summary, MOST_SUMMARY);
    run_progress_init(&run->progress, options->progress, options->progress_context);
}

static void run_release(struct run *run)
{
    case_tables_release(&run->tables);
    buffer_release(&run->summary);
    pool_free(run->pool);
    store_close(run->store);
    package_file_release(&run->package);
}

/* Which stages are fresh. Sources are hashed only where the case was read before: a first run hashes as it
 * reads. */
static enum bowline_status find_fresh(struct run *run, struct bowline_error *err)
{
    struct buffer stored;
    struct buffer summary;
    buffer_init(&stored, MOST_SUMMARY);
    buffer_init(&summary, MOST_SUMMARY);
    enum bowline_status status = stage_store_read(run->store, stages[0].name, &stored, &summary, err);
    if (status == BOWLINE_OK)
        status = decided_digest(run->store, &run->decided, err);
    bool was_read = stored.length > 0;
    buffer_release(&stored);
    buffer_release(&summary);
    if (status != BOWLINE_OK || !was_read)
        return status;
    status = package_file_digest(&run->package, run->sources, err);
    fingerprints_make(run->sources, &run->decided, &run->fingerprints);
    for (unsigned s = 0; s < STAGE_COUNT && status == BOWLINE_OK; s++)
        status = stage_store_is_fresh(run->store, stages[s].name, run->fingerprints.hex[s], &run->is_fresh[s],
                                      err);
    return status;
}

/* Empties the tables of every stale stage at once, so that no conclusion outlives the facts that it rests on.
 */
static enum bowline_status clear_stale(struct run *run, struct bowline_error *err)
{
    enum bowline_status status = store_begin(run->store, err);
    if (status != BOWLINE_OK)
        return status;
    status = store_drop_indexes(run->store, err);
    if (status == BOWLINE_OK)
        status = table_digests_forget(run->store, err);
    for (unsigned s = 0; s < STAGE_COUNT && status == BOWLINE_OK; s++)
        for (unsigned t = 0; t < CASE_TABLE_COUNT && status == BOWLINE_OK && !run->is_fresh[s]; t++)
            if (stages[s].writes & TABLE_BIT(t))
                status =
                    stage_store_clear(run->store, stages[s].name, case_table_sql((enum case_table)t), err);
    if (status == BOWLINE_OK)
        status = store_commit(run->store, err);
    else
        store_undo(run->store);
    return status;
}

static enum bowline_status call_stage(struct run *run, const struct stage *stage, uint64_t *items,
                                      struct bowline_error *err)
{
    struct stage_context context = {
        .store = run->store,
        .tables = &run->tables,
        .parallel = pool_parallel(run->pool),
        .package = &run->package,
        .options = run->options,
        .threads = run->threads,
        .tick = run_progress_tick,
        .tick_context = &run->progress,
        .summary = &run->summary,
        .sources_hex = run->sources,
    };
    enum bowline_status status =
        case_tables_load(&run->tables, stage->reads, run->store, context.parallel, err);
    if (status == BOWLINE_OK)
        status = stage->run(&context, err);
    if (status == BOWLINE_OK)
        run->tables.held |= stage->writes;
    *items = context.items;
    return status;
}

/* An entry of the log: reading is collection, what follows is combination. */
static enum bowline_status log_run(struct run *run, enum audit_verb verb, const char *object,
                                   struct bowline_error *err)
{
    const struct bowline_run_options *options = run->options;
    struct audit_entry entry = {
        .verb = verb,
        .command = run->command,
        .texts = {[AUDIT_OBJECT] = span_of(object),
                  [AUDIT_PARAMETERS] = span_of(run->parameters),
                  [AUDIT_ACTOR] = span_of(options->who ? options->who : ""),
                  [AUDIT_PURPOSE] = span_of(options->purpose ? options->purpose : "")}};
    enum bowline_status status = read_record_count(run->store, &entry.records, err);
    return status == BOWLINE_OK ? audit_append(run->store, &entry, err) : status;
}

static enum bowline_status record_run(struct run *run, unsigned s, struct bowline_error *err)
{
    if (s == 0)
        fingerprints_make(run->sources, &run->decided, &run->fingerprints);
    buffer_append_char(&run->summary, '\0');
    if (!buffer_ok(&run->summary))
        return error_memory(err);
    struct stage_run row = {.stage = stages[s].name,
                            .version = stages[s].version,
                            .fingerprint = run->fingerprints.hex[s],
                            .summary = run->summary.data};
    return stage_store_write(run->store, &row, err);
}

static enum bowline_status run_stage(struct run *run, unsigned s, struct bowline_error *err)
{
    uint64_t items = 0;
    buffer_reset(&run->summary);
    run_progress_begin(&run->progress, s);
    enum bowline_status status = store_begin(run->store, err);
    if (status != BOWLINE_OK)
        return status;
    status = call_stage(run, &stages[s], &items, err);
    if (status == BOWLINE_OK)
        status = record_run(run, s, err);
    if (status == BOWLINE_OK && s == 0)
        status = log_run(run, AUDIT_COLLECTION, "sources", err);
    if (status == BOWLINE_ERROR_INTERRUPTED || (status == BOWLINE_OK && run->progress.stopped))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped in stage %s; run again to continue",
                           stages[s].name);
    if (status == BOWLINE_OK)
        status = store_commit(run->store, err);
    else
        store_undo(run->store);
    if (status == BOWLINE_OK)
        run_progress_end(&run->progress, items);
    return status;
}

/* What all stages did is one entry, which commits to the digest of all tables. An erasure ends here too. */
static enum bowline_status end_run(struct run *run, struct bowline_error *err)
{
    char state[DIGEST_HEX];
    bool is_erasing = false;
    enum bowline_status status = erasure_is_open(run->store, &is_erasing, err);
    if (status == BOWLINE_OK)
        status = store_make_indexes(run->store, err);
    if (status == BOWLINE_OK && is_erasing)
        status = erasure_clean(run->store, err);
    if (status == BOWLINE_OK)
        status = table_digests_make(run->store, state, err);
    if (status == BOWLINE_OK)
        status = store_begin(run->store, err);
    if (status != BOWLINE_OK)
        return status;
    size_t length = strlen(run->parameters);
    snprintf(run->parameters + length, sizeof run->parameters - length, "%sstate=%s", length ? " " : "",
             state);
    status = log_run(run, AUDIT_COMBINATION, "conclusions", err);
    if (status == BOWLINE_OK)
        status = erasure_close(run->store, err);
    if (status == BOWLINE_OK)
        status = store_commit(run->store, err);
    else
        store_undo(run->store);
    return status;
}

/* Where all is fresh, the last run may still have been stopped before its end. */
static enum bowline_status end_again(struct run *run, struct bowline_error *err)
{
    bool are_there = false;
    bool is_erasing = false;
    enum bowline_status status = table_digests_are_there(run->store, &are_there, err);
    if (status == BOWLINE_OK)
        status = erasure_is_open(run->store, &is_erasing, err);
    return status != BOWLINE_OK || (are_there && !is_erasing) ? status : end_run(run, err);
}

static enum bowline_status run_stages(struct run *run, struct bowline_run_summary *summary,
                                      struct bowline_error *err)
{
    enum bowline_status status = find_fresh(run, err);
    for (unsigned s = 0; s < STAGE_COUNT; s++)
        summary->stages_fresh += run->is_fresh[s];
    summary->stages_run = STAGE_COUNT - summary->stages_fresh;
    if (status == BOWLINE_OK && summary->stages_run == 0)
        return end_again(run, err);
    if (status == BOWLINE_OK)
        status = clear_stale(run, err);
    for (unsigned s = 0; s < STAGE_COUNT && status == BOWLINE_OK; s++)
        if (!run->is_fresh[s])
            status = run_stage(run, s, err);
    return status == BOWLINE_OK ? end_run(run, err) : status;
}

/* Which stages are fresh where the sources are taken as they were read. */
static enum bowline_status find_fresh_after_read(struct run *run, struct bowline_error *err)
{
    struct buffer read;
    struct buffer summary;
    buffer_init(&read, MOST_SUMMARY);
    buffer_init(&summary, MOST_SUMMARY);
    enum bowline_status status = stage_store_read(run->store, stages[0].name, &read, &summary, err);
    if (status == BOWLINE_OK)
        status = decided_digest(run->store, &run->decided, err);
    if (status == BOWLINE_OK && read.length == 0)
        status = error_set(err, BOWLINE_ERROR_CASE, "%s: nothing was read into it: run `bowline run` first",
                           store_path(run->store));
    buffer_append_char(&read, '\0');
    if (status == BOWLINE_OK && !buffer_ok(&read))
        status = error_memory(err);
    if (status == BOWLINE_OK)
        fingerprints_follow(read.data, &run->decided, &run->fingerprints);
    run->is_fresh[0] = true;
    for (unsigned s = 1; s < STAGE_COUNT && status == BOWLINE_OK; s++)
        status = stage_store_is_fresh(run->store, stages[s].name, run->fingerprints.hex[s], &run->is_fresh[s],
                                      err);
    buffer_release(&read);
    buffer_release(&summary);
    return status;
}

/* The data package as it was when the sources were read: nothing of it need be there any more. */
static enum bowline_status open_kept(struct run *run, const char *case_path, struct bowline_error *err)
{
    enum bowline_status status = store_open_change(case_path, &run->store, err);
    buffer_init(&run->package.bytes, MOST_DESCRIPTION);
    package_init(&run->package.package);
    if (status == BOWLINE_OK)
        status = store_get_info(run->store, "description", &run->package.bytes, err);
    if (status == BOWLINE_OK)
        status = package_parse(buffer_all(&run->package.bytes), &run->package.package, err);
    if (status == BOWLINE_OK)
        status = pool_new(run->threads, run_progress_loop_tick, &run->progress, &run->pool, err);
    if (status == BOWLINE_OK)
        store_set_tick(run->store, run_progress_alive, &run->progress);
    return status;
}

enum bowline_status run_conclusions(const char *case_path, const struct bowline_run_options *options,
                                    const char *command, struct bowline_error *err)
{
    struct run run;
    run_init(&run, options);
    run.command = command;
    enum bowline_status status = open_kept(&run, case_path, err);
    if (status == BOWLINE_OK)
        status = find_fresh_after_read(&run, err);
    if (status == BOWLINE_OK)
        status = clear_stale(&run, err);
    for (unsigned s = 1; s < STAGE_COUNT && status == BOWLINE_OK; s++)
        if (!run.is_fresh[s])
            status = run_stage(&run, s, err);
    if (status == BOWLINE_OK)
        status = end_run(&run, err);
    run_release(&run);
    return status;
}

static enum bowline_status open_package(struct run *run, const char *package_path, struct bowline_error *err)
{
    enum bowline_status status = package_file_read(package_path, &run->package, err);
    /* A wrong name of a place is said before the work, not after it. */
    if (status == BOWLINE_OK && run->package.package.alias_count)
        status = place_book_open(&run->tables.places, &run->package.package, err);
    return status;
}

/* Everything that a run does with a case that is open for writing. */
static enum bowline_status run_all(struct run *run, const char *package_path,
                                   struct bowline_run_summary *found, struct bowline_error *err)
{
    enum bowline_status status = case_package_note(run->store, package_path, err);
    if (status == BOWLINE_OK)
        status = pool_new(run->threads, run_progress_loop_tick, &run->progress, &run->pool, err);
    if (status != BOWLINE_OK)
        return status;
    store_set_tick(run->store, run_progress_alive, &run->progress);
    status = run_stages(run, found, err);
    return status == BOWLINE_OK ? store_totals(run->store, found, err) : status;
}

enum bowline_status run_case(const char *package_path, const char *case_path,
                             const struct bowline_run_options *options, struct bowline_run_summary *summary,
                             struct bowline_error *err)
{
    struct run run;
    struct bowline_run_summary found = {0};
    run_init(&run, options);
    enum bowline_status status = open_package(&run, package_path, err);
    if (status == BOWLINE_OK)
        status = store_open_run(case_path, &run.store, err);
    if (status == BOWLINE_OK)
        status = run_all(&run, package_path, &found, err);
    if (status == BOWLINE_OK && summary)
        *summary = found;
    run_release(&run);
    return status;
}

enum bowline_status run_in_case(const char *package_path, struct store *store,
                                const struct bowline_run_options *options, struct bowline_error *err)
{
    struct run run;
    struct bowline_run_summary found = {0};
    run_init(&run, options);
    enum bowline_status status = open_package(&run, package_path, err);
    run.store = store;
    if (status == BOWLINE_OK)
        status = run_all(&run, package_path, &found, err);
    store_set_tick(store, NULL, NULL);
    run.store = NULL;
    run_release(&run);
    return status;
}
