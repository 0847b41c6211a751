namespace SrmPortal.Domain.Reference;

/// <summary>A bank as the directory of the Bank of Russia has it (ED807); the administrator imports it.</summary>
public sealed class Bank
{
    private Bank()
    {
    }

    public Bank(string bik, string name, string city, string correspondentAccount) =>
        (Bik, Name, City, CorrespondentAccount) = (bik, name, city, correspondentAccount);

    public string Bik { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>With its kind: <c>г. Екатеринбург</c>; may be empty.</summary>
    public string City { get; private set; } = "";

    /// <summary>At the Bank of Russia; empty for its own divisions.</summary>
    public string CorrespondentAccount { get; private set; } = "";

    public bool SaysTheSameAs(Bank other) => (Name, City, CorrespondentAccount) == (other.Name, other.City, other.CorrespondentAccount);

    /// <summary>Takes over what a newer directory says.</summary>
    public void Become(Bank newer) => (Name, City, CorrespondentAccount) = (newer.Name, newer.City, newer.CorrespondentAccount);
}
