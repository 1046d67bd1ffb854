/* What a struct bowline_case is. */
#ifndef PROJECT_CASE_HANDLE_H
#define PROJECT_CASE_HANDLE_H

#include "reports/reader.h"

struct bowline_case {
    struct reader reader;
};

#endif
