# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0

# No layer reaches past its neighbours: looks at every #include of the product's sources.
#   models  knows neither widgets, network, sql nor the other layers
#   ui      knows models, never the network, sql, the keychain or app
#   app     knows models and ui (ui only from main and application), no widgets below app/

function(check folder recurse forbidden exempt)
    if(recurse)
        file(GLOB_RECURSE sources "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
    else()
        file(GLOB sources "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
    endif()
    foreach(source IN LISTS sources)
        if(exempt AND source MATCHES "${exempt}")
            continue()
        endif()
        file(STRINGS "${source}" includes REGEX "^ *# *include")
        foreach(line IN LISTS includes)
            if(line MATCHES "${forbidden}")
                message(SEND_ERROR "${source}: ${line}")
            endif()
        endforeach()
    endforeach()
endfunction()

set(widgets "<(QtWidgets/|QWidget>|QApplication>|QDialog>|QLabel>|QMessageBox>|QPushButton>|QGraphics|QMainWindow>)")
set(network "<(QtNetwork/|QNetwork|QTcp|QUdp|QSsl|QLocalS|QHost|QWebSocket|QtWebSockets/)")
set(storage "<(QtSql/|QSql|qt6keychain/|openssl/)")

check(models TRUE "${widgets}|${network}|${storage}|\"(app|ui|tests)/" "")
check(ui TRUE "${network}|${storage}|\"(app|tests)/" "")
check(app TRUE "${widgets}|\"(ui|tests)/" "/app/(main|application|[a-z]*application[a-z]*)\\.(h|cpp)$")
