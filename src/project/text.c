/* Text that the library hands out. */
#include "base/memory.h"

#include <bowline/run.h>

void bowline_text_free(struct bowline_text *text)
{
    if (!text)
        return;
    memory_free(text->data);
    *text = (struct bowline_text){NULL, 0};
}
