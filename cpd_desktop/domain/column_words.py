"""What people head the columns of their tables with, in eleven languages: data, no rules.

A phrase with ``=`` before it must be the whole header: alone it says enough, inside a longer header
it does not ("Name" is a person, "Course name" is none). Headers are compared
without accents, so the dotless i of Turkish stands here with its dot.
"""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column of a stranger's table can tell."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    JOB_TITLE = "job_title"
    PHONE = "phone"
    REFERENCE = "reference"
    LICENCE_BODY = "licence_body"
    LICENCE_NUMBER = "licence_number"
    NOTES = "notes"
    TAGS = "tags"
    STATUS = "status"
    PAYMENT = "payment"
    AMOUNT = "amount"
    REGISTERED_AT = "registered_at"
    GROUP = "group"
    DISCOUNT_CODE = "discount_code"
    ATTENDED = "attended"
    JOIN_TIME = "join_time"
    LEAVE_TIME = "leave_time"
    DURATION = "duration"
    GUEST = "guest"
    IN_WAITING_ROOM = "in_waiting_room"
    RECORDING_CONSENT = "recording_consent"
    ORIGINAL_NAME = "original_name"


# A header that is one of these is a whole name, unless the other half of a name stands beside it.
BARE_NAMES = frozenset({"name", "nom", "nombre", "nome", "naam", "nazwa", "ad", "isim"})

# Per field, the lines are: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish,
# Turkish, Japanese, Chinese (simplified and traditional).
PHRASES: dict[Field, str] = {
    Field.FULL_NAME: """
        =name | full name | =participant | participant name | attendee name | =attendee | user name
        | display name | learner name | =delegate | delegate name | name original name
        | user name original name | screen name | =learner | =student | student name
        =name | vollständiger name | =teilnehmer | =teilnehmerin | teilnehmername | name teilnehmer
        | vor und nachname | name vorname | vorname nachname | benutzername | anzeigename
        | name originalname
        =nom | nom complet | nom et prénom | nom prénom | prénom nom
        | =participant | nom du participant
        | nom d utilisateur | nom affiché | nom nom d origine
        =nombre | nombre completo | nombre y apellidos | nombre y apellido | apellidos y nombre
        | =participante | nombre del participante | nombre de usuario | nombre nombre original
        =nome | nome completo | nome e sobrenome | =participante | nome do participante
        | nome de usuário | nome de utilizador | nome nome original
        nome e cognome | cognome e nome | nome cognome | cognome nome | nominativo | =partecipante
        | nome completo | nome utente | nome del partecipante | nome nome originale
        =naam | volledige naam | naam deelnemer | =deelnemer | voor en achternaam | gebruikersnaam
        | naam oorspronkelijke naam
        imię i nazwisko | nazwisko i imię | =uczestnik | nazwa użytkownika | =nazwa
        | nazwa nazwa oryginalna
        =ad | ad soyad | adi soyadi | ad soyadi | isim soyisim | =isim | =katilimci | katilimci adi
        | kullanici adi | ad özgün ad
        氏名 | =お名前 | =名前 | 参加者名 | ユーザー名 | フルネーム | 名前 元の名前
        姓名 | =名字 | =姓名 | 参会者 | 参与者姓名 | 與會者 | 用户名 | 使用者名稱 | 名称 原始名称
        | 名稱 原始名稱
    """,
    Field.FIRST_NAME: """
        first name | given name | forename | =first | =given | given names | first names
        vorname | rufname
        prénom
        nombre de pila | =nombres | primer nombre
        primeiro nome | nome próprio
        =nome di battesimo
        voornaam
        imię
        =adi | ilk ad
        =名 | 下の名前
        =名
    """,
    Field.LAST_NAME: """
        last name | surname | family name | =last | =family
        nachname | familienname | zuname
        nom de famille
        apellido | apellidos | primer apellido
        sobrenome | apelido | último nome
        cognome
        achternaam | familienaam
        nazwisko
        soyad | soyadi | soyisim
        =姓 | 苗字 | 名字 姓
        =姓 | 姓氏
    """,
    Field.EMAIL: """
        e mail | email address | mail address | =mail | user email | work email
        e mail adresse | mailadresse | e mail anschrift
        courriel | adresse e mail | adresse électronique | adresse mail | adresse courriel
        correo electrónico | =correo | dirección de correo | dirección de correo electrónico
        correio eletrônico | correio eletrónico | endereço de e mail | correio electrónico
        posta elettronica | indirizzo e mail | indirizzo di posta elettronica
        e mailadres | mailadres
        adres e mail | poczta elektroniczna | adres poczty elektronicznej
        e posta | eposta | e posta adresi
        メール | メールアドレス | 電子メール
        电子邮件 | 邮箱 | 电子邮箱 | 邮件地址 | 電子郵件 | 電郵 | 信箱 | 电邮
    """,
    Field.ORGANISATION: """
        organisation | organization | company | employer | institution | =practice | clinic
        | workplace | company name | name of organisation | name of organization | =affiliation
        firma | einrichtung | arbeitgeber | unternehmen | =praxis | firmenname | betrieb
        entreprise | société | établissement | organisme | employeur
        empresa | organización | institución | entidad
        organização | instituição | =empresa
        azienda | organizzazione | ente | istituzione | società
        organisatie | bedrijf | instelling | werkgever
        organizacja | instytucja | pracodawca | nazwa firmy
        kurum | kuruluş | şirket | =firma
        会社 | 会社名 | 組織 | 所属 | 勤務先 | 団体名 | 法人名
        公司 | 单位 | 组织 | 机构 | 工作单位 | 單位 | 組織 | 機構
    """,
    Field.JOB_TITLE: """
        job title | =position | =title | =job | =occupation | =role | =profession
        berufsbezeichnung | funktion | =beruf | stellenbezeichnung | =titel
        fonction | poste occupé | intitulé du poste | =poste | =profession
        =cargo | puesto | puesto de trabajo | =profesión
        =cargo | =função | =profissão
        qualifica | mansione | =ruolo | =professione | posizione lavorativa
        functie | functietitel | =beroep
        stanowisko | =zawód
        unvan | görev | =meslek
        役職 | 肩書 | 職名 | 職種
        职位 | 职务 | 職稱 | 職務 | 职称
    """,
    Field.PHONE: """
        phone | telephone | mobile number | =mobile | =cell | =tel | cell phone | contact number
        telefon | telefonnummer | handy | handynummer | rufnummer | mobilnummer
        téléphone | numéro de téléphone | =portable
        teléfono | móvil | celular | número de teléfono
        telefone | telemóvel | =celular
        telefono | cellulare | numero di telefono
        telefoon | telefoonnummer | mobiel
        telefon | numer telefonu | telefon komórkowy
        telefon | telefon numarasi | cep telefonu
        電話 | 電話番号 | 携帯
        电话 | 手机 | 手机号 | 电话号码 | 電話 | 手機
    """,
    Field.REFERENCE: """
        reference | reference number | =ref | our reference | registration number | order number
        | booking reference | booking number | =id | registration id | order reference
        referenz | anmeldenummer | buchungsnummer | =aktenzeichen | referenznummer
        référence | numéro d inscription | n d inscription
        referencia | número de inscripción
        referência | número de inscrição
        riferimento | numero di iscrizione
        referentie | inschrijfnummer | kenmerk
        numer referencyjny | numer zgłoszenia
        referans | kayit numarasi | kayit no
        参照番号 | 登録番号 | 受付番号 | 申込番号
        编号 | 注册编号 | 报名编号 | 編號 | 報名編號
    """,
    Field.LICENCE_BODY: """
        licence body | license body | licensing body | licensing board | regulator
        | accrediting body | registration body | professional body | board name
        | issuing authority | =board | =council
        zulassungsstelle | berufskammer | ärztekammer | =kammer
        =ordre | ordre professionnel | organisme de réglementation
        colegio profesional | organismo regulador
        =conselho | conselho profissional | ordem profissional
        ordine professionale | =albo | albo professionale
        beroepsregister | registrerende instantie
        izba zawodowa | organ rejestrowy
        meslek odasi | =oda
        免許発行機関 | 認定団体 | 免許機関
        发证机构 | 执照机构 | 發證機構
    """,
    Field.LICENCE_NUMBER: """
        licence number | license number | licence no | license no | =licence | =license | licence
        | license | pin number | gmc number | npi | registration pin | nmc pin
        zulassungsnummer | lizenznummer | approbationsnummer | einheitliche fortbildungsnummer | efn
        numéro de licence | numéro de permis | rpps | n rpps | numéro d ordre
        número de licencia | número de colegiado | licencia | cédula profesional
        número de licença | registro profissional | crm | número de registro | cédula profissional
        numero di licenza | numero di iscrizione all albo | numero albo
        licentienummer | big nummer | registratienummer
        numer licencji | numer prawa wykonywania zawodu | npwz
        lisans numarasi | lisans no | sicil no | diploma no
        免許番号 | ライセンス番号 | 登録免許番号
        执照号 | 许可证号 | 证书编号 | 執照號碼 | 执业证号
    """,
    Field.NOTES: """
        notes | =note | comment | comments | remark | remarks
        notiz | notizen | bemerkung | bemerkungen | kommentar | anmerkung | anmerkungen
        remarque | remarques | commentaire | commentaires | =notes
        nota | notas | comentario | comentarios | observaciones
        observação | observações | comentário | comentários | =notas
        osservazioni | =note | commento | commenti
        opmerking | opmerkingen | notities
        uwagi | komentarz | notatki
        notlar | açiklama | =not | yorum
        備考 | メモ | コメント
        备注 | 附注 | 備註 | 评论
    """,
    Field.TAGS: """
        =tag | tags | =labels | =label | =keywords
        schlagwort | schlagwörter | =etiketten | stichwörter
        étiquette | étiquettes | mots clés
        etiqueta | etiquetas
        =etiquetas | marcadores
        etichette | etichetta
        trefwoorden | =labels
        etykiety | tagi | znaczniki
        etiket | etiketler
        タグ | ラベル
        标签 | 標籤
    """,
    Field.STATUS: """
        =status | =state | registration status | approval status | booking status
        =status | anmeldestatus | =zustand
        =statut | =état | statut de l inscription
        =estado | estado de inscripción | estado de la inscripción
        =situação | =status | =estado | situação da inscrição
        =stato | stato iscrizione
        =status | inschrijvingsstatus
        =status | =stan | status zgłoszenia
        =durum | =durumu | kayit durumu
        ステータス | 状態 | 申込状況
        状态 | 狀態 | 报名状态
    """,
    Field.PAYMENT: """
        payment status | =payment | =paid | payment state | =payment received
        =bezahlt | zahlungsstatus | =zahlung | bezahlstatus
        =paiement | =payé | statut du paiement | état du paiement
        =pago | =pagado | estado del pago | estado de pago
        =pagamento | =pago | situação do pagamento | estado do pagamento
        =pagamento | =pagato | stato del pagamento | stato pagamento
        =betaling | =betaald | betaalstatus
        =płatność | =zapłacono | status płatności | =opłacone
        =ödeme | ödeme durumu | =ödendi
        支払状況 | 入金 | 支払い | 支払
        付款状态 | 支付状态 | =付款 | =支付 | 付款狀態
    """,
    Field.AMOUNT: """
        =amount | =price | =fee | amount paid | =total | ticket price | =cost | total amount
        | amount due | course fee
        betrag | =preis | =gebühr | teilnahmegebühr | =summe
        =montant | =prix | =tarif | montant payé
        importe | =precio | =monto | =tarifa
        =valor | =preço | =montante | valor pago
        importo | =prezzo | =quota | quota di iscrizione
        =bedrag | =prijs | =kosten
        =kwota | =cena | =opłata
        =tutar | =ücret | =fiyat
        金額 | 料金 | 価格 | 参加費
        金额 | 价格 | 费用 | 金額 | 價格 | 費用
    """,
    Field.REGISTERED_AT: """
        registration date | registered at | registered on | date registered | registration time
        | =date | signed up | booking date | order date | =timestamp | date of registration
        | =registered
        anmeldedatum | angemeldet am | =datum | buchungsdatum | registrierungszeit | =zeitstempel
        | anmeldezeit
        date d inscription | inscrit le | heure d inscription | =horodateur
        fecha de inscripción | fecha de registro | =fecha | hora de inscripción | =marca temporal
        data de inscrição | data da inscrição | =data | hora da inscrição
        data iscrizione | data di iscrizione | data registrazione | data di registrazione
        inschrijfdatum | registratiedatum | aangemeld op
        data rejestracji | data zgłoszenia | czas rejestracji
        kayit tarihi | =tarih | başvuru tarihi | kayit zamani
        登録日 | 登録日時 | 申込日 | 申込日時 | タイムスタンプ
        注册时间 | 报名时间 | 注册日期 | 报名日期 | 註冊時間 | 報名時間 | =日期
    """,
    Field.GROUP: """
        =group | group name | =team | =cohort | =party
        =gruppe | gruppenname
        =groupe | nom du groupe | =équipe
        =grupo | nombre del grupo | =equipo
        =grupo | nome do grupo | =turma | =equipe
        =gruppo | nome del gruppo
        =groep | groepsnaam
        =grupa | nazwa grupy
        =grup | grup adi
        グループ | グループ名
        =组 | 小组 | 分组 | 组别 | 組別 | 群組
    """,
    Field.DISCOUNT_CODE: """
        discount code | promo code | coupon | coupon code | voucher | voucher code | promotion code
        | =discount
        rabattcode | gutscheincode | gutschein | aktionscode
        code promo | code de réduction | code promotionnel | code de remise
        código de descuento | código promocional | cupón
        código de desconto | =cupom | =cupão
        codice sconto | codice promozionale | =buono
        kortingscode | actiecode
        kod rabatowy | kod promocyjny | =kupon
        indirim kodu | promosyon kodu | =kupon
        割引コード | クーポン | クーポンコード
        折扣码 | 优惠码 | 优惠券 | 折扣碼 | 優惠碼
    """,
    Field.ATTENDED: """
        =attended | =attendance | =present
        =teilgenommen | =anwesend
        =présent | =a participé
        =asistió | =asistencia
        =participou | =presença
        =presente | =ha partecipato
        =aanwezig | =deelgenomen
        =uczestniczył | =obecność | =obecny
        =katildi | =katilim
        出席 | 参加済み | =参加
        =出席 | 是否出席 | 已参加 | 已參加
    """,
    Field.JOIN_TIME: """
        join time | joined at | time joined | =joined | first join | time in
        beitrittszeit | beitrittszeitpunkt | teilnahmebeginn | uhrzeit des beitritts
        heure d arrivée | heure de connexion | heure d entrée | heure de participation
        hora de entrada | hora de ingreso | hora de unión | hora a la que se unió
        hora de entrada | horário de entrada | hora de ingresso | horário de ingresso
        ora di ingresso | ora di accesso | ora di entrata | ora di partecipazione
        deelnametijd | tijd van deelname | aanmeldtijd
        czas dołączenia | godzina dołączenia
        katilma zamani | katilim zamani | katilma saati | katilim saati
        参加時間 | 参加時刻 | 入室時刻 | 参加日時
        加入时间 | 加入時間 | 进入时间
    """,
    Field.LEAVE_TIME: """
        leave time | left at | time left | =left | last leave | time out
        austrittszeit | zeitpunkt des verlassens | verlassen um | uhrzeit des verlassens
        heure de départ | heure de déconnexion | heure de sortie
        hora de salida | hora a la que salió
        hora de saída | horário de saída
        ora di uscita | ora di abbandono
        vertrektijd | tijd van vertrek
        czas opuszczenia | godzina opuszczenia | czas wyjścia
        ayrilma zamani | ayrilma saati | çikiş zamani
        退出時間 | 退出時刻 | 退室時刻 | 退出日時
        离开时间 | 離開時間 | 退出时间
    """,
    Field.DURATION: """
        =duration | total duration | =minutes | time in session | time in meeting | duration minutes
        | time attended | total duration minutes
        =dauer | gesamtdauer | zeit in sitzung | =minuten
        =durée | durée totale | temps passé en session
        =duración | duración total | tiempo en la sesión | =minutos
        =duração | duração total | tempo na sessão
        =durata | durata totale | tempo nella sessione
        =duur | totale duur | tijd in sessie
        czas trwania | łączny czas trwania | czas w sesji
        =süre | toplam süre | oturumdaki süre
        時間 分 | 期間 | 合計時間 | 所要時間 | セッションの時間 | 合計期間
        时长 | 总时长 | 持续时间 | 時長 | 持續時間 | 總時長
    """,
    Field.GUEST: """
        =guest | is guest
        =gast | ist gast
        =invité | est un invité
        =invitado | es invitado
        =convidado | é convidado
        =ospite | è ospite
        =gast | is gast
        =gość | jest gościem
        =misafir | =konuk | misafir mi
        ゲスト
        =访客 | =嘉宾 | =来宾 | =訪客 | =來賓 | 是访客 | 是来宾
    """,
    Field.IN_WAITING_ROOM: """
        in waiting room | waiting room
        im warteraum | im wartezimmer | warteraum | wartezimmer
        en salle d attente | dans la salle d attente | salle d attente
        en sala de espera | en la sala de espera | sala de espera
        na sala de espera | em sala de espera
        in sala d attesa | sala d attesa | nella sala d attesa
        in wachtruimte | in wachtkamer | wachtruimte
        w poczekalni | poczekalnia
        bekleme odasinda | bekleme odasi
        待機室 | 待機室にいる
        等候室 | 在等候室 | 等候室中
    """,
    Field.RECORDING_CONSENT: """
        recording consent | recording disclaimer response | recording disclaimer
        zustimmung zur aufzeichnung | einwilligung zur aufzeichnung | aufzeichnungszustimmung
        consentement à l enregistrement | consentement d enregistrement
        consentimiento de grabación | consentimiento para la grabación
        consentimento de gravação | consentimento para gravação
        consenso alla registrazione | consenso registrazione
        toestemming voor opname | opnametoestemming
        zgoda na nagrywanie
        kayit izni | kayit onayi
        録画の同意 | レコーディングの同意 | 録音の同意 | 記録の同意
        录制同意 | 同意录制 | 錄製同意 | 录制许可
    """,
    Field.ORIGINAL_NAME: """
        original name
        originalname | ursprünglicher name
        nom d origine | nom original
        nombre original
        nome original
        nome originale
        oorspronkelijke naam
        nazwa oryginalna | oryginalna nazwa
        özgün ad | orijinal ad
        元の名前
        原始名称 | 原名 | 原始名稱
    """,
}
