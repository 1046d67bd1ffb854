/* The page's files, byte for byte. BUNDLE_x, OPENAPI: where each lies, in quotes. */
        .macro asset name, file
        .global asset_\name
        .global asset_\name\()_end
        .balign 16
asset_\name:
        .incbin "\file"
asset_\name\()_end:
        .byte 0
        .endm

        .section .rodata
        asset page, BUNDLE_PAGE
        asset script, BUNDLE_SCRIPT
        asset style, BUNDLE_STYLE
        asset atlas, BUNDLE_ATLAS
        asset licences, BUNDLE_LICENCES
        asset openapi, OPENAPI
        .section .note.GNU-stack, "", %progbits
