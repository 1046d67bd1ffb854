/* The gazetteer's bytes, as tools/make-gazetteer wrote them. */
        .section .rodata
        .global gazetteer_data
        .global gazetteer_data_end
        .balign 16
gazetteer_data:
        .incbin BOWLINE_GAZETTEER
gazetteer_data_end:
        .byte 0
        .section .note.GNU-stack, "", %progbits
