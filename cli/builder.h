/* Text that grows. A command line that is out of memory can do nothing more: it says so and ends. */
#ifndef CLI_BUILDER_H
#define CLI_BUILDER_H

#include <stdarg.h>
#include <stddef.h>

struct builder {
    char *data; /* zero-terminated once anything was added */
    size_t length;
    size_t capacity;
};

/* At most so many bytes; more ends the program with a message. */
#define BUILDER_MOST ((size_t)1 << 31)

/* A zeroed struct is an empty builder. */
void builder_release(struct builder *builder);
void builder_reset(struct builder *builder); /* keeps the memory */

void builder_bytes(struct builder *builder, const char *bytes, size_t length);
void builder_text(struct builder *builder, const char *text);
void builder_repeat(struct builder *builder, const char *text, size_t times);
__attribute__((format(printf, 2, 3))) void builder_format(struct builder *builder, const char *format, ...);
__attribute__((format(printf, 2, 0))) void builder_vformat(struct builder *builder, const char *format,
                                                           va_list arguments);
const char *builder_string(const struct builder *builder); /* never NULL */

/* calloc and strdup that end the program where memory is out. Owner: the caller, who calls free. */
void *cli_allocate(size_t count, size_t size);
char *cli_duplicate(const char *text);

#endif
