import QtQuick
import QtQuick.Controls.Basic

/** Says while anything is asked of the network, and what; a click tells more. */
Button {
    id: root

    required property OnlineMaps maps
    property bool brief: false
    /** Tells what is missing, too. */
    property bool tells: false
    readonly property string trouble: root.tells ? root.maps.trouble : ""

    visible: root.maps.active
    padding: 0
    leftPadding: 10
    rightPadding: 12
    topPadding: 4
    bottomPadding: 4
    Accessible.name: root.trouble ? `${root.maps.sign}. ${root.trouble}` : root.maps.sign
    Accessible.description: qsTr("Shows what is on, and turns it off")
    onClicked: root.maps.show()

    contentItem: Column {
        spacing: 2

        Row {
            spacing: 8

            Rectangle {
                width: 8
                height: 8
                radius: 4
                anchors.verticalCenter: parent.verticalCenter
                color: root.palette.accent
            }
            Words {
                text: root.brief ? qsTr("Online") : root.maps.sign
                font.pixelSize: 12
                font.weight: Font.DemiBold
                lineHeight: 1
                topPadding: 3
                bottomPadding: 3
            }
        }
        Words {
            objectName: "onlineTrouble"
            visible: root.trouble.length > 0
            width: visible ? Math.min(implicitWidth, 300) : 0
            text: root.trouble
            wrapMode: Text.Wrap
            font.pixelSize: 12
            bottomPadding: 2
        }
    }
    background: Rectangle {
        radius: 13
        color: root.hovered ? root.palette.alternateBase : root.palette.base
        border.width: 1
        border.color: root.palette.accent

        FocusRing {
            shown: root.visualFocus
            radius: 15
        }
    }
}
