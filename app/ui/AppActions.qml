import QtQuick
import QtQuick.Controls.Basic

/** What menus, buttons and keys do, each once. */
Item {
    id: root

    required property Session session
    required property Files files
    readonly property Action newCase: newCaseAction
    readonly property Action openCase: openCaseAction
    readonly property Action sampleCase: sampleCaseAction
    readonly property Action copyCase: copyCaseAction
    readonly property Action mergeCopy: mergeCopyAction
    readonly property Action aboutCase: aboutCaseAction
    readonly property Action readDocument: readDocumentAction
    readonly property Action pasteDocument: pasteDocumentAction
    readonly property Action replaceDocument: replaceDocumentAction
    readonly property Action addFolder: addFolderAction
    readonly property Action ownPlaces: ownPlacesAction
    readonly property Action newIncident: newIncidentAction
    readonly property Action attachWords: attachWordsAction
    readonly property Action editIncident: editIncidentAction
    readonly property Action compareClaims: compareClaimsAction
    readonly property Action removeIncident: removeIncidentAction
    readonly property Action makeFigure: makeFigureAction
    readonly property Action importData: importDataAction
    readonly property Action exportData: exportDataAction
    readonly property Action layers: layersAction
    readonly property Action placeScan: placeScanAction
    readonly property Action bookmarkView: bookmarkViewAction
    readonly property Action editBookmarks: editBookmarksAction
    readonly property Action quit: quitAction
    readonly property Action undo: undoAction
    readonly property Action redo: redoAction
    readonly property Action history: historyAction
    readonly property Action find: findAction
    readonly property Action back: backAction
    readonly property Action forward: forwardAction
    readonly property Action zoomIn: zoomInAction
    readonly property Action zoomOut: zoomOutAction
    readonly property Action fitAll: fitAllAction
    readonly property Action goToCoordinates: goToCoordinatesAction
    readonly property Action copyCoordinates: copyCoordinatesAction
    readonly property Action measureDistance: measureDistanceAction
    readonly property Action measureArea: measureAreaAction
    readonly property Action darkness: darknessAction
    readonly property Action followSystem: followSystemAction
    readonly property Action onlineMaps: onlineMapsAction
    readonly property Action workOffline: workOfflineAction
    readonly property Action keys: keysAction
    readonly property Action about: aboutAction

    signal findRequested
    signal coordinatesRequested
    signal zoomRequested(steps: int)
    signal aboutRequested
    signal keysRequested
    signal paneRequested(direction: int)

    Action {
        id: newCaseAction

        text: qsTr("&New case…")
        shortcut: "Ctrl+N"
        onTriggered: root.files.askNewCase()
    }
    Action {
        id: openCaseAction

        text: qsTr("&Open case…")
        shortcut: "Ctrl+O"
        onTriggered: root.files.askCase()
    }
    Action {
        id: sampleCaseAction

        text: qsTr("Open the &sample case")
        onTriggered: root.session.openSample()
    }
    Action {
        id: copyCaseAction

        text: qsTr("&Copy case to…")
        enabled: root.session.hasCase
        onTriggered: root.files.askCopy()
    }
    Action {
        id: mergeCopyAction

        text: qsTr("&Merge another copy…")
        enabled: root.session.hasCase
        onTriggered: root.session.merge.ask()
    }
    Action {
        id: aboutCaseAction

        text: qsTr("A&bout this case…")
        enabled: root.session.hasCase
        onTriggered: root.session.about.show()
    }
    Action {
        id: readDocumentAction

        text: qsTr("&Read documents…")
        shortcut: "Ctrl+R"
        enabled: root.session.hasCase
        onTriggered: root.session.intake.ask()
    }
    Action {
        id: pasteDocumentAction

        text: qsTr("&Paste a text as a document")
        shortcut: "Ctrl+V"
        enabled: root.session.hasCase
        onTriggered: root.session.intake.takeClipboard()
    }
    Action {
        id: addFolderAction

        text: qsTr("Read a &folder of documents…")
        enabled: root.session.hasCase
        onTriggered: root.files.askFolder()
    }
    Action {
        id: ownPlacesAction

        text: qsTr("Your p&laces…")
        onTriggered: root.session.ownPlaces.show()
    }
    Action {
        id: replaceDocumentAction

        text: qsTr("Replace the open source by a ne&wer capture…")
        enabled: root.session.replacement.canReplace
        onTriggered: root.session.replacement.ask()
    }
    Action {
        id: newIncidentAction

        text: qsTr("New &incident…")
        shortcut: "Ctrl+I"
        enabled: root.session.hasCase && !root.session.placing.open
        onTriggered: {
            if (root.session.words.present)
                root.session.draftFromWords()
            else
                root.session.draft.start()
        }
    }
    Action {
        id: attachWordsAction

        text: qsTr("&Add the selected words to an incident…")
        shortcut: "Ctrl+L"
        enabled: root.session.words.present && !root.session.readOnly
        onTriggered: root.session.attach.start()
    }
    Action {
        id: editIncidentAction

        text: qsTr("&Edit the selected incident…")
        shortcut: "F2"
        enabled: root.session.details.present && !root.session.readOnly && !root.session.placing.open
        onTriggered: root.session.draft.edit(root.session.selection.incident)
    }
    Action {
        id: compareClaimsAction

        text: qsTr("&Compare what each party says…")
        shortcut: "Ctrl+B"
        enabled: root.session.details.present
        onTriggered: root.session.board.show(root.session.selection.incident)
    }
    Action {
        id: removeIncidentAction

        text: root.session.chosen.active ? qsTr("&Remove all selected incidents") : qsTr("&Remove the selected incident")
        enabled: root.session.chosen.active || root.session.details.present
        onTriggered: {
            if (root.session.chosen.active)
                root.session.chosenEdits.removeAll()
            else
                root.session.removeSelected()
        }
    }
    Action {
        id: makeFigureAction

        text: qsTr("&Make a figure…")
        shortcut: "Ctrl+E"
        enabled: root.session.hasCase && root.session.baseMap.ready
        onTriggered: root.session.figure.start()
    }
    Action {
        id: layersAction

        text: qsTr("&Layers…")
        shortcut: "Ctrl+Shift+L"
        enabled: root.session.hasCase && !root.session.placing.open
        onTriggered: root.session.layers.open ? root.session.layers.close() : root.session.layers.show()
    }
    Action {
        id: placeScanAction

        text: qsTr("&Place a scanned map…")
        enabled: root.session.layers.canChange && !root.session.placing.open
        onTriggered: root.files.askScan()
    }
    Action {
        id: importDataAction

        text: qsTr("&Import data…")
        shortcut: "Ctrl+Shift+I"
        enabled: root.session.hasCase && !root.session.readOnly
        onTriggered: root.session.dataImport.ask()
    }
    Action {
        id: exportDataAction

        text: qsTr("E&xport data…")
        shortcut: "Ctrl+Shift+E"
        enabled: root.session.hasCase
        onTriggered: root.session.dataExport.start()
    }
    Action {
        id: bookmarkViewAction

        text: qsTr("&Bookmark this view…")
        shortcut: "Ctrl+Shift+B"
        enabled: root.session.hasCase && !root.session.readOnly
        onTriggered: root.session.bookmarks.ask()
    }
    Action {
        id: editBookmarksAction

        text: qsTr("&Edit bookmarks…")
        enabled: root.session.hasCase && !root.session.readOnly
        onTriggered: root.session.bookmarks.edit()
    }
    Action {
        id: quitAction

        text: qsTr("&Quit")
        shortcut: "Ctrl+Q"
        onTriggered: Qt.quit()
    }
    Action {
        id: undoAction

        text: root.session.undoText ? qsTr("&Undo: %1").arg(root.session.undoText) : qsTr("&Undo")
        shortcut: "Ctrl+Z"
        // The figure and the scanned map have an undo of their own.
        enabled: root.session.undoText.length > 0 && !root.session.figure.open && !root.session.placing.open
        onTriggered: root.session.undo()
    }
    Action {
        id: redoAction

        text: root.session.redoText ? qsTr("&Redo: %1").arg(root.session.redoText) : qsTr("&Redo")
        shortcut: "Ctrl+Shift+Z"
        enabled: root.session.redoText.length > 0 && !root.session.figure.open && !root.session.placing.open
        onTriggered: root.session.redo()
    }
    Action {
        id: historyAction

        text: qsTr("&History…")
        shortcut: "Ctrl+H"
        enabled: root.session.hasCase
        onTriggered: root.session.history.start()
    }
    Action {
        id: findAction

        text: qsTr("&Find…")
        shortcut: "Ctrl+F"
        onTriggered: root.findRequested()
    }
    Action {
        id: backAction

        text: qsTr("&Back")
        shortcut: "Alt+Left"
        enabled: root.session.selection.canGoBack
        onTriggered: root.session.selection.back()
    }
    Action {
        id: forwardAction

        text: qsTr("&Forward")
        shortcut: "Alt+Right"
        enabled: root.session.selection.canGoForward
        onTriggered: root.session.selection.forward()
    }
    Action {
        id: zoomInAction

        text: qsTr("Zoom &in")
        shortcut: "Ctrl++"
        onTriggered: root.zoomRequested(1)
    }
    Action {
        id: zoomOutAction

        text: qsTr("Zoom &out")
        shortcut: "Ctrl+-"
        onTriggered: root.zoomRequested(-1)
    }
    Action {
        id: fitAllAction

        text: qsTr("Show &all incidents")
        shortcut: "Ctrl+0"
        onTriggered: root.session.fitAll()
    }
    Action {
        id: goToCoordinatesAction

        text: qsTr("&Go to coordinates…")
        shortcut: "Ctrl+G"
        onTriggered: root.coordinatesRequested()
    }
    Action {
        id: copyCoordinatesAction

        text: qsTr("&Copy coordinates")
        shortcut: "Ctrl+Shift+C"
        onTriggered: root.session.coordinates.copy()
    }
    Action {
        id: measureDistanceAction

        text: qsTr("Measure &distance")
        shortcut: "Ctrl+M"
        onTriggered: root.session.measuring.start(false)
    }
    Action {
        id: measureAreaAction

        text: qsTr("&Measure area")
        shortcut: "Ctrl+Shift+M"
        onTriggered: root.session.measuring.start(true)
    }
    Action {
        id: darknessAction

        text: root.session.look.dark ? qsTr("&Light colours") : qsTr("&Dark colours")
        shortcut: "Ctrl+D"
        onTriggered: root.session.look.toggle()
    }
    Action {
        id: followSystemAction

        text: qsTr("Colours of the &system")
        checkable: true
        checked: root.session.look.appearance === Look.System
        onTriggered: root.session.look.appearance = Look.System
    }
    Action {
        id: onlineMapsAction

        text: qsTr("&Online maps…")
        enabled: root.session.hasCase
        onTriggered: root.session.online.maps.show()
    }
    Action {
        id: workOfflineAction

        text: qsTr("&Work offline")
        shortcut: "Ctrl+Shift+O"
        enabled: root.session.online.maps.active
        onTriggered: root.session.online.maps.workOffline()
    }
    Action {
        id: keysAction

        text: qsTr("&Keys…")
        shortcut: "?"
        onTriggered: root.keysRequested()
    }
    Action {
        id: aboutAction

        text: qsTr("&About Dateline")
        onTriggered: root.aboutRequested()
    }
    Shortcut {
        sequence: "F6"
        onActivated: root.paneRequested(1)
    }
    Shortcut {
        sequence: "Shift+F6"
        onActivated: root.paneRequested(-1)
    }
    Shortcut {
        sequence: "Ctrl+="
        onActivated: root.zoomRequested(1)
    }
}
