# relis_add_plugin(ID SOURCES files [LINK libs]): a Relis plugin, a loadable module named ID.
# Used by Relis for its own plugins and, through find_package(Relis), by everybody else's. Installs the module into
# the plugin folder below CMAKE_INSTALL_PREFIX.
function(relis_add_plugin id)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(${id} MODULE ${ARG_SOURCES})
    target_link_libraries(${id} PRIVATE Relis::sdk ${ARG_LINK})
    target_compile_features(${id} PRIVATE cxx_std_20)
    set_target_properties(${id} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    if(RELIS_PLUGIN_FOLDER)
        set_target_properties(${id} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${RELIS_PLUGIN_FOLDER})
    endif()
    if(TARGET relis_build)
        target_link_libraries(${id} PRIVATE relis_build)
        add_dependencies(relis_plugins ${id})
    endif()
    install(TARGETS ${id} LIBRARY DESTINATION ${RELIS_INSTALL_PLUGINS})
endfunction()
