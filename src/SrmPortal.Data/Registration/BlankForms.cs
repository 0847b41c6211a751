namespace SrmPortal.Data.Registration;

/// <summary>The blank forms that a new portal begins with; the administrator replaces them.</summary>
internal static class BlankForms
{
    public const string Declaration = """
        # Анкета-декларация поставщика

        Полное наименование: {company}
        Страна: {country}
        Правовая форма: {legal-form}
        ИНН или национальный номер: {tax-number}
        КПП: {kpp}
        ОГРН, ОГРНИП: {registration-number}
        Юридический адрес: {address}
        Телефон, эл. почта: {phone}, {email}
        Банк: {bank}
        Счёт: {account}

        Уполномоченные лица:
        {people}

        Номенклатура: {categories}

        Настоящим поставщик подтверждает, что указанные сведения достоверны и полны; что в отношении него не возбуждено дело о банкротстве; что у него нет просроченной задолженности по налогам и сборам; что он не включён в реестр недобросовестных поставщиков; и обязуется незамедлительно сообщать об изменениях.

        Аффилированность с работниками группы, если есть: ____________________________________

        Дата: «____» ____________________ 20____

        Подпись: ____________________ / {signatory}, {position} /

        Печать, если она используется
        """;

    public const string DeclarationEn = """
        # Declaration of a supplier

        Full name: {company}
        Country: {country}
        Legal form: {legal-form}
        Tax or national number: {tax-number}
        KPP: {kpp}
        Registration number: {registration-number}
        Registered address: {address}
        Phone, e-mail: {phone}, {email}
        Bank: {bank}
        Account: {account}

        Authorised people:
        {people}

        Categories: {categories}

        The company declares that what is said above is true and complete; that no insolvency proceedings are pending against it; that it has no overdue tax debts; that it is on no list of unfair suppliers; and that it will report changes without delay.

        Affiliation with people of the buying group, if any: ____________________________________

        Date: ____ ____________________ 20____

        Signature: ____________________ / {signatory}, {position} /

        Seal, if the company uses one
        """;
}
