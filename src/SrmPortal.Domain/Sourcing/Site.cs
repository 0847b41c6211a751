namespace SrmPortal.Domain.Sourcing;

/// <summary>A company of the group.</summary>
public sealed class GroupCompany(string name, string nameEn)
{
    public long Id { get; private set; }

    public string Name { get; private set; } = name;

    public string NameEn { get; private set; } = nameEn;
}

/// <summary>A works that is bought for: the card's field «Местоположение».</summary>
public sealed class Site
{
    private Site()
    {
    }

    /// <param name="company">The company that runs it.</param>
    /// <param name="name">In Russian.</param>
    /// <param name="nameEn">In English.</param>
    /// <param name="city">In Russian.</param>
    /// <param name="cityEn">In English.</param>
    /// <param name="timeZone">IANA id; deadlines of its events are in it.</param>
    public Site(GroupCompany company, string name, string nameEn, string city, string cityEn, string timeZone) =>
        (Company, Name, NameEn, City, CityEn, TimeZone) = (company, name, nameEn, city, cityEn, timeZone);

    public long Id { get; private set; }

    public GroupCompany Company { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string City { get; private set; } = "";

    public string CityEn { get; private set; } = "";

    public string TimeZone { get; private set; } = "";
}
