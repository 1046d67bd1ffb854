/* Exports: written into a folder of this server's own, from where the page takes their files; gone when the
 * next is made or the server ends. */
#ifndef SERVER_EXPORTS_H
#define SERVER_EXPORTS_H

#include "exchange.h"

#include <pthread.h>

#define EXPORT_FILES 64

struct exports {
    pthread_mutex_t lock;
    char folder[512]; /* "" where there is none */
    unsigned number;  /* of exports made */
    char *names[EXPORT_FILES];
    size_t name_count;
};

bool exports_init(struct exports *exports);
void exports_release(struct exports *exports);

/* format: "report", or one of bowline_case_export. Answers with the files. */
enum bowline_status exports_make(struct exports *exports, struct bowline_case *handle, const char *format,
                                 json_t **out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A file of that export, open for reading: its bytes in *size. */
enum bowline_status exports_open(struct exports *exports, unsigned number, const char *name, int *file,
                                 uint64_t *size, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
