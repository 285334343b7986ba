pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The bookmarks of the case: to rename, to bring to the present view, to remove. */
Sheet {
    id: root

    required property Bookmarks bookmarks

    objectName: "bookmarksSheet"
    heading: qsTr("Bookmarks")
    width: Math.min(720, parent ? parent.width - 64 : 720)
    onClosed: root.bookmarks.close()

    Connections {
        target: root.bookmarks

        function onChanged(): void {
            if (root.bookmarks.editing)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            visible: root.bookmarks.count === 0
            text: qsTr("There are no bookmarks yet: “Bookmark this view…” keeps what the map shows under a name.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ListView {
            objectName: "bookmarkList"
            visible: count > 0
            clip: true
            model: root.bookmarks
            spacing: 10
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: Math.min(420, contentHeight)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Bookmarks")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true

            delegate: RowLayout {
                id: row

                required property int index
                required property string name
                required property string shows

                width: ListView.view.width - 12
                spacing: 8

                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    TextLine {
                        objectName: `bookmarkName${row.index}`
                        text: row.name
                        maximumLength: 200
                        Accessible.name: qsTr("Name of the bookmark “%1”").arg(row.name)
                        Layout.fillWidth: true
                        Keys.onEscapePressed: {
                            text = Qt.binding(() => row.name)
                            root.bookmarks.close()
                        }
                        onEditingFinished: {
                            root.bookmarks.rename(row.index, text)
                            text = Qt.binding(() => row.name)
                        }
                    }
                    Words {
                        text: row.shows
                        muted: true
                        font.pixelSize: 12
                        elide: Text.ElideRight
                        leftPadding: 12
                        Layout.fillWidth: true
                    }
                }
                PushButton {
                    quiet: true
                    text: qsTr("Take the present view")
                    Accessible.name: qsTr("Bring the bookmark “%1” to the present view").arg(row.name)
                    Layout.alignment: Qt.AlignTop
                    onClicked: root.bookmarks.update(row.index)
                }
                PushButton {
                    quiet: true
                    text: qsTr("Remove")
                    Accessible.name: qsTr("Remove the bookmark “%1”").arg(row.name)
                    Layout.alignment: Qt.AlignTop
                    onClicked: root.bookmarks.remove(row.index)
                }
            }
        }
        PushButton {
            text: qsTr("Close")
            primary: true
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8
            onClicked: root.bookmarks.close()
        }
    }
}
