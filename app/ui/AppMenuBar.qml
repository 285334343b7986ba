pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** The menus. */
MenuBar {
    id: root

    required property Session session
    required property AppActions actions

    padding: 0
    background: null

    delegate: MenuBarItem {
        id: item

        leftPadding: 10
        rightPadding: 10
        topPadding: 6
        bottomPadding: 6
        font.pixelSize: 14

        background: Rectangle {
            radius: 6
            color: item.highlighted ? root.palette.alternateBase : "transparent"
        }
    }

    AppMenu {
        title: qsTr("&File")

        AppMenuItem { action: root.actions.newCase }
        AppMenuItem { action: root.actions.openCase }
        AppMenu {
            id: recentMenu

            title: qsTr("Open &recent")

            Instantiator {
                model: root.session.recent
                delegate: AppMenuItem {
                    required property string name
                    required property string path

                    text: name
                    onTriggered: root.session.openPath(path)
                }
                onObjectAdded: (index, object) => recentMenu.insertItem(index, object as Item)
                onObjectRemoved: (index, object) => recentMenu.removeItem(object as Item)
            }
        }
        AppMenuItem { action: root.actions.sampleCase }
        AppMenuItem { action: root.actions.copyCase }
        AppMenuItem { action: root.actions.mergeCopy }
        AppMenuItem { action: root.actions.aboutCase }
        AppMenuLine {}
        AppMenuItem { action: root.actions.readDocument }
        AppMenuItem { action: root.actions.addFolder }
        AppMenuItem { action: root.actions.pasteDocument }
        AppMenuItem { action: root.actions.replaceDocument }
        AppMenuLine {}
        AppMenuItem { action: root.actions.importData }
        AppMenuItem { action: root.actions.exportData }
        AppMenuItem { action: root.actions.makeFigure }
        AppMenuLine {}
        AppMenuItem { action: root.actions.ownPlaces }
        AppMenuLine {}
        AppMenuItem { action: root.actions.quit }
    }
    AppMenu {
        title: qsTr("&Edit")

        AppMenuItem { action: root.actions.undo }
        AppMenuItem { action: root.actions.redo }
        AppMenuItem { action: root.actions.history }
        AppMenuLine {}
        AppMenuItem { action: root.actions.newIncident }
        AppMenuItem { action: root.actions.attachWords }
        AppMenuItem { action: root.actions.editIncident }
        AppMenuItem { action: root.actions.compareClaims }
        AppMenuItem { action: root.actions.removeIncident }
        AppMenuLine {}
        AppMenuItem { action: root.actions.find }
    }
    AppMenu {
        title: qsTr("&View")

        AppMenuItem { action: root.actions.back }
        AppMenuItem { action: root.actions.forward }
        AppMenuLine {}
        AppMenuItem { action: root.actions.zoomIn }
        AppMenuItem { action: root.actions.zoomOut }
        AppMenuItem { action: root.actions.fitAll }
        AppMenuLine {}
        AppMenuItem { action: root.actions.darkness }
        AppMenuItem { action: root.actions.followSystem }
    }
    AppMenu {
        title: qsTr("&Map")

        AppMenuItem { action: root.actions.layers }
        AppMenuItem { action: root.actions.placeScan }
        AppMenuLine {}
        AppMenuItem { action: root.actions.goToCoordinates }
        AppMenuItem { action: root.actions.copyCoordinates }
        AppMenuItem { action: root.actions.measureDistance }
        AppMenuItem { action: root.actions.measureArea }
        AppMenuLine {}
        AppMenuItem { action: root.actions.onlineMaps }
        AppMenuItem { action: root.actions.workOffline }
    }
    AppMenu {
        id: bookmarkMenu

        title: qsTr("&Bookmarks")

        AppMenuItem { action: root.actions.bookmarkView }
        AppMenuItem { action: root.actions.editBookmarks }
        AppMenuLine {}
        AppMenuItem {
            text: qsTr("A bookmark keeps a view and its filter")
            enabled: false
            visible: root.session.bookmarks.count === 0
            height: visible ? implicitHeight : 0
        }
        Instantiator {
            model: root.session.bookmarks
            delegate: AppMenuItem {
                id: bookmark

                required property int index
                required property string name

                objectName: `bookmark${index}`
                action: Action {
                    text: bookmark.name.replace(/&/g, "&&")
                    shortcut: bookmark.index < 9 ? `Alt+${bookmark.index + 1}` : ""
                    onTriggered: root.session.bookmarks.go(bookmark.index)
                }
            }
            onObjectAdded: (index, object) => bookmarkMenu.insertItem(4 + index, object as Item)
            onObjectRemoved: (index, object) => bookmarkMenu.removeItem(object as Item)
        }
    }
    AppMenu {
        title: qsTr("&Help")

        AppMenuItem { action: root.actions.keys }
        AppMenuItem { action: root.actions.about }
    }
}
