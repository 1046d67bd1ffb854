/* Coasts and borders, as tools/make-outline wrote them. */
        .section .rodata
        .global outline_data
        .global outline_data_end
        .balign 16
outline_data:
        .incbin BOWLINE_OUTLINE
outline_data_end:
        .byte 0
        .section .note.GNU-stack, "", %progbits
