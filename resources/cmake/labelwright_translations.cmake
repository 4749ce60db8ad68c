# Catalogues of resources/translations, built into labelwright_ui at :/translations.
#   ninja update_translations    brings new texts of the sources into the catalogues

file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
set(built_catalogues)
foreach(catalogue ${catalogues})
    get_filename_component(name ${catalogue} NAME_WE)
    set(built ${CMAKE_CURRENT_BINARY_DIR}/translations/${name}.qm)
    add_custom_command(
        OUTPUT ${built}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
        COMMAND Qt6::lrelease -silent ${catalogue} -qm ${built}
        DEPENDS ${catalogue}
        COMMENT "Translations: ${name}")
    list(APPEND built_catalogues ${built})
endforeach()
qt_add_resources(labelwright_ui translations PREFIX /translations
                 BASE ${CMAKE_CURRENT_BINARY_DIR}/translations FILES ${built_catalogues})

# English stands in the sources; its catalogue holds plurals only.
set(lupdate Qt6::lupdate -silent -no-obsolete -locations none -I . ui app/gui core)
set(translations resources/translations)
add_custom_target(update_translations
    COMMAND ${lupdate} -ts ${translations}/labelwright_de.ts ${translations}/labelwright_sv.ts
    COMMAND ${lupdate} -pluralonly -ts ${translations}/labelwright_en.ts
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    VERBATIM)
