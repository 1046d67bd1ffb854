/* Text that grows. */
#include "builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void give_up(const char *why)
{
    fprintf(stderr, "bowline: %s\n", why);
    exit(1);
}

static void builder_reserve(struct builder *builder, size_t more)
{
    if (more >= BUILDER_MOST - builder->length) {
        give_up("the answer is larger than 2 GB; ask for less of it");
    }
    size_t needed = builder->length + more + 1;
    if (needed <= builder->capacity) {
        return;
    }
    size_t capacity = builder->capacity < 256 ? 256 : builder->capacity * 2;
    capacity = capacity < needed ? needed : capacity;
    char *data = realloc(builder->data, capacity);
    if (!data) {
        give_up("out of memory");
    }
    builder->data = data;
    builder->capacity = capacity;
}

void builder_release(struct builder *builder)
{
    free(builder->data);
    *builder = (struct builder){0};
}

void builder_reset(struct builder *builder)
{
    builder->length = 0;
    if (builder->data) {
        builder->data[0] = '\0';
    }
}

void builder_bytes(struct builder *builder, const char *bytes, size_t length)
{
    builder_reserve(builder, length);
    if (length > 0) {
        memcpy(builder->data + builder->length, bytes, length);
    }
    builder->length += length;
    builder->data[builder->length] = '\0';
}

void builder_text(struct builder *builder, const char *text)
{
    builder_bytes(builder, text, strlen(text));
}

void builder_repeat(struct builder *builder, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++) {
        builder_text(builder, text);
    }
}

void builder_format(struct builder *builder, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    builder_vformat(builder, format, arguments);
    va_end(arguments);
}

void builder_vformat(struct builder *builder, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0) {
        give_up("a text cannot be formatted");
    }
    builder_reserve(builder, (size_t)length);
    vsnprintf(builder->data + builder->length, (size_t)length + 1, format, again);
    va_end(again);
    builder->length += (size_t)length;
}

const char *builder_string(const struct builder *builder)
{
    return builder->data ? builder->data : "";
}

void *cli_allocate(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size);
    if (!memory) {
        give_up("out of memory");
    }
    return memory;
}

char *cli_duplicate(const char *text)
{
    size_t length = strlen(text);
    char *copy = cli_allocate(length + 1, 1);
    memcpy(copy, text, length + 1);
    return copy;
}
