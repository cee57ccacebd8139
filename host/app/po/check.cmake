# The French catalogue has every text of the sources, translated, and nothing else.
# cmake -DXGETTEXT= -DMSGCMP= -DMSGFMT= -DFOLDER=host/app -DWORK=<scratch folder> -P check.cmake
set(template ${WORK}/relis.pot)
file(GLOB sources RELATIVE ${FOLDER} ${FOLDER}/*.cpp ${FOLDER}/include/app/*.h)
list(SORT sources)
execute_process(COMMAND ${XGETTEXT} --from-code=UTF-8 --c++ --keyword=_ --keyword=wxPLURAL:1,2
        --keyword=wxGETTEXT_IN_CONTEXT:1c,2 --add-comments=Translators --package-name=relis -o ${template} ${sources}
    WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
# nothing untranslated, nothing fuzzy, nothing missing
execute_process(COMMAND ${MSGCMP} ${FOLDER}/po/fr.po ${template} RESULT_VARIABLE missing ERROR_VARIABLE said)
if(NOT missing EQUAL 0)
    message(FATAL_ERROR "fr.po lacks texts of the sources:\n${said}")
endif()
if(said MATCHES "is not used|n'est pas utilis")
    message(FATAL_ERROR "fr.po has texts that no source uses any more:\n${said}")
endif()
execute_process(COMMAND ${MSGFMT} --check --statistics -o ${WORK}/fr.mo ${FOLDER}/po/fr.po
    RESULT_VARIABLE wrong ERROR_VARIABLE said)
if(NOT wrong EQUAL 0 OR said MATCHES "untranslated|fuzzy")
    message(FATAL_ERROR "fr.po is not complete:\n${said}")
endif()
message(STATUS "${said}")
