import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** A control point in the list: whether it counts, its number, and how far off it is. */
ItemDelegate {
    id: root

    required property ScanDesk desk
    required property Look look
    required property int index
    required property string error
    required property bool used
    required property bool doubtful
    readonly property bool chosen: root.desk.selected === root.index

    objectName: `scanPoint${root.index}`
    implicitHeight: 36
    leftPadding: 12
    rightPadding: 4
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("Point %1. %2").arg(root.index + 1).arg(root.error)
    Accessible.selected: root.chosen
    onClicked: root.desk.show(root.index)
    Keys.onSpacePressed: root.desk.setUsed(root.index, !root.used)

    background: Rectangle {
        radius: 6
        color: root.chosen ? root.palette.alternateBase
                           : root.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"
    }
    contentItem: RowLayout {
        spacing: 4

        Tick {
            objectName: `scanPointUsed${root.index}`
            words: `${root.index + 1}`
            checked: root.used
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("Use point %1").arg(root.index + 1)
            Layout.preferredWidth: 60
            onToggled: root.desk.setUsed(root.index, checked)
        }
        Words {
            text: root.doubtful ? qsTr("%1: check it").arg(root.error) : root.error
            font.pixelSize: 13
            font.weight: root.doubtful ? Font.DemiBold : Font.Normal
            color: root.doubtful ? root.look.warning : root.palette.windowText
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        IconButton {
            objectName: `removeScanPoint${root.index}`
            name: qsTr("Remove the point")
            Accessible.name: qsTr("Remove point %1").arg(root.index + 1)
            icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
            focusPolicy: Qt.NoFocus
            onClicked: root.desk.remove(root.index)
        }
    }
}
