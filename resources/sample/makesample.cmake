# cmake -D DATELINE=… -D REPORT=… -D CASE=… -P makesample.cmake: makes CASE from REPORT; half a case is never left there.
set(part ${CASE}.part.gpkg)
file(REMOVE ${part} ${CASE})
execute_process(COMMAND ${DATELINE} new --title "Shelling reported along the Armenia–Azerbaijan border" ${part}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND ${DATELINE} read --published 2022-09-13 --publisher "Dateline’s sample report"
        --title "Fighting on the border between Armenia and Azerbaijan" --into ${part} --accept ${REPORT}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${part} ${CASE})
