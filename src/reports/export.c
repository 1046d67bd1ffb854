/* The table of export formats. */
#include "reports/export.h"

#include "base/buffer.h"

#include <errno.h>
#include <sys/stat.h>

static const struct {
    const char *word;
    export_writer *write;
} formats[] = {
    {"csv", export_csv}, {"graphml", export_graphml}, {"gexf", export_gexf}, {"i2", export_i2},
    {"ftm", export_ftm}, {"stix", export_stix},       {"bag", export_bag},
};

static enum bowline_status refuse(const char *format, struct bowline_error *err)
{
    char words[128] = "";
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        size_t length = strlen(words);
        snprintf(words + length, sizeof words - length, "%s%s", length ? ", " : "", formats[i].word);
    }
    return error_set(err, BOWLINE_ERROR_ARGUMENT, "unknown export format %s: %s are what there is", format,
                     words);
}

enum bowline_status export_case(struct reader *reader, const char *format, const char *folder,
                                struct bowline_error *err)
{
    export_writer *write = NULL;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].word, format) == 0)
            write = formats[i].write;
    if (!write)
        return refuse(format, err);
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return error_system(err, errno, "cannot make the folder", folder);
    return write(reader, folder, err);
}
