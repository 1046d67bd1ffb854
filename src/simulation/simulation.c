/* Writes an invented case: builds the world, then one table after the other. */
#include "simulation/simulation.h"

#include "simulation/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char truth_name[] = "truth.csv";

static const struct {
    const char *name;
    write_rows *write;
} tables[] = {
    {"ads.csv", write_ads},
    {"stays.csv", write_stays},
    {"payments.csv", write_payments},
    {"calls.csv", write_calls},
    {"premises.csv", write_premises},
    {"persons.csv", write_persons},
    {"reports.jsonl", write_reports},
    {"truth-entities.csv", write_entities},
    {"datapackage.json", write_package},
};

enum { TABLES = sizeof tables / sizeof *tables };

static enum bowline_status write_table(struct row_output *out, int folder, size_t i)
{
    enum bowline_status status = table_open(&out->table, folder, tables[i].name, out->err);
    if (status == BOWLINE_OK)
        status = tables[i].write(out);
    if (status == BOWLINE_OK)
        return table_close(&out->table, out->err);
    if (out->table.file >= 0)
        unlinkat(folder, tables[i].name, 0);
    table_abandon(&out->table);
    return status;
}

/* The tables, and none of them where one fails. */
static enum bowline_status write_tables(struct row_output *out, int folder)
{
    enum bowline_status status = BOWLINE_OK;
    size_t written = 0;
    while (written < TABLES && status == BOWLINE_OK) {
        status = write_table(out, folder, written);
        written += status == BOWLINE_OK;
    }
    while (status != BOWLINE_OK && written--)
        unlinkat(folder, tables[written].name, 0);
    return status;
}

static enum bowline_status write_case(const struct world *world, int folder, struct bowline_error *err)
{
    struct row_output out = {.world = world, .err = err, .table.file = -1};
    enum bowline_status status = table_open(&out.truth, folder, truth_name, err);
    if (status != BOWLINE_OK)
        return status;
    buffer_init(&out.scratch, 1 << 16);
    buffer_append_text(&out.truth.bytes, "resource,id,entity,network\n");
    status = write_tables(&out, folder);
    if (status == BOWLINE_OK)
        status = table_close(&out.truth, err);
    else
        unlinkat(folder, truth_name, 0);
    table_abandon(&out.truth);
    buffer_release(&out.scratch);
    return status;
}

static enum bowline_status open_folder(const char *path, int *folder, struct bowline_error *err)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return error_system(err, errno, "cannot make the folder", path);
    *folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return *folder >= 0 ? BOWLINE_OK : error_system(err, errno, "cannot open the folder", path);
}

enum bowline_status simulation_write(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err)
{
    struct world world;
    int at = -1;
    enum bowline_status status = world_build(&world, options, err);
    if (status != BOWLINE_OK)
        return status;
    status = open_folder(folder, &at, err);
    if (status == BOWLINE_OK)
        status = write_case(&world, at, err);
    if (status != BOWLINE_OK && at >= 0)
        error_prefix(err, "%s", folder);
    if (at >= 0)
        close(at);
    world_release(&world);
    return status;
}
