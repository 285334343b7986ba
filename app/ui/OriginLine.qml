import QtQuick
import QtQuick.Layouts

/** Whose story the open source tells, and the menu to overrule it. */
RowLayout {
    id: root

    required property Session session

    spacing: 4

    Words {
        objectName: "originText"
        text: root.session.origin.text
        font.pixelSize: 12
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }
    IconButton {
        id: more

        objectName: "originMenu"
        name: qsTr("Decide on its origin")
        icon.source: "qrc:/qt/qml/Dateline/Ui/icons/more.svg"
        Layout.alignment: Qt.AlignTop
        onClicked: menu.popup(more, more.width - menu.width, more.height + 4)

        OriginMenu {
            id: menu

            session: root.session
            document: root.session.selection.document
        }
    }
}
