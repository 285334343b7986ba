pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The window. */
ApplicationWindow {
    id: root

    required property Session session

    width: 1440
    height: 900
    minimumWidth: 1000
    minimumHeight: 600
    visible: true
    title: root.session.hasCase ? qsTr("%1 – Dateline").arg(root.session.caseTitle) : qsTr("Dateline")
    color: root.session.look.page
    font.family: "Noto Sans"
    font.pixelSize: 14
    Component.onCompleted: {
        // No wider or taller than the screen that it opens on.
        width = Math.max(minimumWidth, Math.min(width, Screen.desktopAvailableWidth))
        height = Math.max(minimumHeight, Math.min(height, Screen.desktopAvailableHeight))
    }

    /** Gives the keyboard to the next pane (1) or the one before (−1) of list, source or map, and what is looked at. */
    function takePane(direction: int): void {
        const placing = root.session.placing.open
        const here = leftPane.activeFocus ? 0 : middlePane.activeFocus ? 1 : rightPane.activeFocus || scanPoints.activeFocus ? 2 : 0
        const next = (here + direction + 3) % 3
        if (placing && next === 0)
            scanPicture.take()
        else if (placing && next === 2)
            scanPoints.take()
        else if (next === 0)
            leftPane.take()
        else if (next === 1)
            middlePane.take()
        else
            rightPane.take()
    }

    palette {
        window: root.session.look.page
        windowText: root.session.look.ink
        base: root.session.look.panel
        alternateBase: root.session.look.selection
        text: root.session.look.ink
        button: root.session.look.panel
        buttonText: root.session.look.ink
        placeholderText: root.session.look.mutedInk
        mid: root.session.look.hairline
        dark: root.session.look.mutedInk
        light: root.session.look.selection
        midlight: root.session.look.selection
        accent: root.session.look.accent
        brightText: root.session.look.onAccent
        // Pale: the Basic style's file dialogs write highlightedText on a tint of light.
        highlight: Qt.tint(root.session.look.panel, Qt.alpha(root.session.look.accent, 0.35))
        highlightedText: root.session.look.ink
        toolTipBase: root.session.look.panel
        toolTipText: root.session.look.ink
    }

    AppActions {
        id: actions

        session: root.session
        files: files
        onFindRequested: topBar.focusSearch()
        onCoordinatesRequested: topBar.askCoordinates()
        onZoomRequested: steps => middlePane.zoomBy(steps)
        onAboutRequested: about.open()
        onKeysRequested: keysSheet.open()
        onPaneRequested: direction => root.takePane(direction)
    }
    ReviewKeys {
        id: reviewKeys

        session: root.session
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar {
            id: topBar

            session: root.session
            actions: actions
            Layout.fillWidth: true
        }
        Hairline {
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            LeftPane {
                id: leftPane

                session: root.session
                keys: reviewKeys
                countText: middlePane.countText
                Layout.preferredWidth: root.width < 1300 ? 288 : 304
                Layout.fillHeight: true
                onKeysAsked: keysSheet.open()
                visible: !root.session.placing.open
            }
            ScanPicturePane {
                id: scanPicture

                session: root.session
                visible: root.session.placing.open
                Layout.preferredWidth: Math.round((root.width - scanPoints.Layout.preferredWidth) / 2)
                Layout.fillHeight: true
            }
            Hairline {
                Layout.fillHeight: true
            }
            MiddlePane {
                id: middlePane

                session: root.session
                keys: reviewKeys
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            Hairline {
                Layout.fillHeight: true
            }
            RightPane {
                id: rightPane

                session: root.session
                keys: reviewKeys
                Layout.preferredWidth: root.width < 1300 ? 352 : root.width > 2000 ? 480 : 400
                Layout.fillHeight: true
                visible: !root.session.placing.open
            }
            ScanPointsPane {
                id: scanPoints

                session: root.session
                visible: root.session.placing.open
                Layout.preferredWidth: root.width < 1300 ? 352 : 400
                Layout.fillHeight: true
            }
        }
    }

    NoticeBar {
        session: root.session
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 64, implicitWidth)
    }
    DropTarget {
        anchors.fill: parent
        session: root.session
    }
    Item {
        anchors.fill: parent

        HoverHandler {
            enabled: root.session.opening
            cursorShape: Qt.BusyCursor
        }
    }

    Files {
        id: files

        session: root.session
    }
    IntakeSheet {
        intake: root.session.intake
        files: files
    }
    BatchSheet {
        batch: root.session.batch
    }
    PlacesSheet {
        places: root.session.ownPlaces
        files: files
    }
    AcceptSheet {
        certain: root.session.certain
        look: root.session.look
    }
    AttachSheet {
        attach: root.session.attach
        look: root.session.look
    }
    KeysSheet {
        id: keysSheet
    }
    ReplacementSheet {
        session: root.session
        files: files
    }
    OriginSheet {
        session: root.session
    }
    LayersPane {
        layers: root.session.layers
        files: files
        area: middlePane
        room: middlePane.height - middlePane.timelineHeight
    }
    OnlineSheet {
        online: root.session.online
    }
    FigureSheet {
        figure: root.session.figure
        online: root.session.online.maps
        files: files
    }
    ClaimBoard {
        session: root.session
    }
    MergeSheet {
        merge: root.session.merge
        files: files
    }
    DataImportSheet {
        data: root.session.dataImport
        files: files
        look: root.session.look
    }
    DataExportSheet {
        data: root.session.dataExport
        files: files
    }
    BookmarkSheet {
        bookmarks: root.session.bookmarks
    }
    BookmarksSheet {
        bookmarks: root.session.bookmarks
    }
    CaseSheet {
        about: root.session.about
    }
    HistorySheet {
        history: root.session.history
        look: root.session.look
        files: files
    }
    AboutSheet {
        id: about

        session: root.session
    }
}
